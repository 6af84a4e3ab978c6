import * as vscode from 'vscode';
import { isAnnotationId } from '../core/annotations/annotation-id';
import { decodeDraft, encodeDraft } from '../core/annotations/draft';
import type { PaperKey } from '../core/papers/paper';
import { ReaderError } from './errors';
import { isNotFound, readText, writeWhole } from './files';
import { entriesOf } from './folders';
import { inTurn } from './in-turn';
import type { Log } from './log';
import { Owned } from './owned';
import type { Draft, Drafts } from './stores';

/** A burst of file events is told once. */
const QUIET_MS = 100;

const DRAFT_FILE = /^([a-z0-9_-]+)\.json$/u;

/** Drafts as files of the extension's storage, one each, so that nothing that was kept is lost with the extension host. */
export class DraftStore implements Drafts, vscode.Disposable {
  private readonly owned = new Owned();
  private readonly changed = this.owned.add(new vscode.EventEmitter<readonly PaperKey[]>());
  readonly onDidChange = this.changed.event;

  private readonly folder: vscode.Uri;
  private watching: Promise<void> | undefined;
  /** What this window wrote last of each, so that it is not told of its own words. */
  private readonly written = new Map<string, string | undefined>();
  private readonly touched = new Set<PaperKey>();
  private quiet: ReturnType<typeof setTimeout> | undefined;

  constructor(
    storage: vscode.Uri,
    private readonly log: Log,
  ) {
    this.folder = vscode.Uri.joinPath(storage, 'drafts');
  }

  dispose(): void {
    clearTimeout(this.quiet);
    this.owned.dispose();
  }

  async of(paper: PaperKey): Promise<readonly Draft[]> {
    await this.watch();
    const drafts: Draft[] = [];
    for (const { uri, name } of await entriesOf(vscode.Uri.joinPath(this.folder, paper))) {
      const text = DRAFT_FILE.test(name) ? await readText(uri) : undefined;
      const draft = text === undefined ? undefined : decodeDraft(text);
      if (draft && 'problem' in draft) {
        this.log.warn(`${uri.path}: ${draft.problem}`);
      } else if (draft?.paper === paper) {
        drafts.push(draft);
      }
    }
    return drafts;
  }

  async keep(draft: Draft): Promise<void> {
    const uri = this.uri(draft.paper, draft.id);
    const text = encodeDraft(draft);
    await this.watch();
    await inTurn(uri.toString(), async () => {
      this.written.set(uri.toString(), text);
      await writeWhole(uri, text);
    });
    this.changed.fire([draft.paper]);
  }

  async drop(paper: PaperKey, id: string): Promise<void> {
    const uri = this.uri(paper, id);
    const isDropped = await inTurn(uri.toString(), async () => {
      this.written.set(uri.toString(), undefined);
      try {
        await vscode.workspace.fs.delete(uri);
        return true;
      } catch (error) {
        if (isNotFound(error)) {
          return false;
        }
        throw error;
      }
    });
    if (isDropped) {
      this.changed.fire([paper]);
    }
  }

  private uri(paper: PaperKey, id: string): vscode.Uri {
    if (!isAnnotationId(id) || !isAnnotationId(paper)) {
      throw new ReaderError(vscode.l10n.t('{0} cannot be the name of a draft.', `${paper}/${id}`));
    }
    return vscode.Uri.joinPath(this.folder, paper, `${id}.json`);
  }

  private watch(): Promise<void> {
    this.watching ??= this.startWatching();
    return this.watching;
  }

  private async startWatching(): Promise<void> {
    await vscode.workspace.fs.createDirectory(this.folder); // Outside a workspace folder only what exists can be watched.
    const watcher = this.owned.add(vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(this.folder, '**')));
    const touch = (uri: vscode.Uri) => this.log.run(() => this.touch(uri));
    this.owned.add(watcher.onDidCreate(touch));
    this.owned.add(watcher.onDidChange(touch));
    this.owned.add(watcher.onDidDelete(touch));
  }

  private async touch(uri: vscode.Uri): Promise<void> {
    const [paper = '', file] = uri.path.slice(this.folder.path.length + 1).split('/');
    if (file === undefined ? this.hasWrittenIn(uri) : !DRAFT_FILE.test(file) || (await this.isOwn(uri))) {
      return;
    }
    this.written.delete(uri.toString());
    this.touched.add(paper);
    clearTimeout(this.quiet);
    this.quiet = setTimeout(() => {
      this.changed.fire([...this.touched]);
      this.touched.clear();
    }, QUIET_MS);
  }

  private hasWrittenIn(folder: vscode.Uri): boolean {
    return [...this.written.keys()].some((address) => address.startsWith(`${folder.toString()}/`));
  }

  /** Whether a file says what this window wrote last, once that is done. */
  private async isOwn(uri: vscode.Uri): Promise<boolean> {
    const address = uri.toString();
    return inTurn(address, async () => this.written.has(address) && (await readText(uri)) === this.written.get(address));
  }
}
