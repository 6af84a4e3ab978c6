import * as vscode from 'vscode';
import { Owned } from './owned';

/** A burst of events, as of a checkout or of typing, is looked at once, this long after the last of them, in milliseconds. */
const QUIET_MS = 300;

/** With more files than this, looking through all anew is less work than through each. */
const MANY = 500;

const EXCLUDES = ['files.exclude', 'search.exclude'];

export interface ReferenceEvents {
  /** Files and folders that came, went or say something else. */
  readonly onFiles: (uris: readonly vscode.Uri[]) => void;
  /** Which files count may be others now. */
  readonly onAll: () => void;
}

/** Tells of what may change which papers are cited where: on disk, in editors, and in what is left out. */
export class ReferenceWatcher implements vscode.Disposable {
  private readonly owned = new Owned();
  private readonly touched = new Map<string, vscode.Uri>();
  private all = false;
  private quiet: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly events: ReferenceEvents) {
    const { workspace } = vscode;
    const touch = (uri: vscode.Uri) => this.touch(uri);
    const files = this.owned.add(workspace.createFileSystemWatcher('**/*'));
    this.owned.add(files.onDidCreate(touch));
    this.owned.add(files.onDidChange(touch));
    this.owned.add(files.onDidDelete(touch));
    this.owned.add(workspace.onDidChangeTextDocument(({ document }) => touch(document.uri)));
    // Closed without saving: what is on the disk counts again.
    this.owned.add(workspace.onDidCloseTextDocument(({ uri }) => touch(uri)));
    this.owned.add(workspace.onDidChangeWorkspaceFolders(() => this.touchAll()));
    this.owned.add(workspace.onDidChangeConfiguration((event) => (EXCLUDES.some((setting) => event.affectsConfiguration(setting)) ? this.touchAll() : undefined)));
  }

  dispose(): void {
    clearTimeout(this.quiet);
    this.owned.dispose();
  }

  private touch(uri: vscode.Uri): void {
    if (vscode.workspace.getWorkspaceFolder(uri) !== undefined) {
      this.touched.set(uri.toString(), uri);
      this.all ||= this.touched.size > MANY || uri.path.endsWith('/.gitignore');
      this.tellSoon();
    }
  }

  private touchAll(): void {
    this.all = true;
    this.tellSoon();
  }

  private tellSoon(): void {
    clearTimeout(this.quiet);
    this.quiet = setTimeout(() => {
      const uris = [...this.touched.values()];
      const { all } = this;
      this.touched.clear();
      this.all = false;
      if (all) {
        this.events.onAll();
      } else {
        this.events.onFiles(uris);
      }
    }, QUIET_MS);
  }
}
