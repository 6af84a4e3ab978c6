import * as vscode from 'vscode';
import { paperOfPath } from '../core/annotations/storage/annotation-paths';
import type { PaperKey } from '../core/papers/paper';
import { ANNOTATIONS_PATH, type AnnotationRoot } from './annotation-root';
import type { Log } from './log';
import { Owned } from './owned';

/** A burst of file events, as of a checkout, is looked at once. */
const QUIET_MS = 100;

/** When files that came or went are looked for once more: a watcher takes a while to start, and can miss what happens in a folder that was made with its parent (seen on Linux). */
const LATER_MS = 1_000;

/** Watches where annotations are, and says of which papers files were made, changed or deleted: by another window, a checkout, a hand. */
export class AnnotationWatcher implements vscode.Disposable {
  private readonly owned = new Owned();
  private readonly touched = new Map<AnnotationRoot, Set<PaperKey> | 'all'>();
  private quiet: ReturnType<typeof setTimeout> | undefined;
  private readonly later = new Map<AnnotationRoot, ReturnType<typeof setTimeout>>();

  constructor(
    private readonly refresh: (root: AnnotationRoot, papers: ReadonlySet<PaperKey> | 'all') => Promise<void>,
    private readonly log: Log,
  ) {}

  dispose(): void {
    clearTimeout(this.quiet);
    this.later.forEach(clearTimeout);
    this.owned.dispose();
  }

  /** @param base the workspace folder that `root` is in */
  watch(base: vscode.Uri, root: AnnotationRoot): void {
    const touch = (uri: vscode.Uri) => this.touch(root, uri);
    // The folders themselves too: when one goes, only that is told.
    for (const glob of ['.lectern', ANNOTATIONS_PATH, `${ANNOTATIONS_PATH}/**`]) {
      const watcher = this.owned.add(vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(base, glob)));
      this.owned.add(watcher.onDidCreate(touch));
      this.owned.add(watcher.onDidChange(touch));
      this.owned.add(watcher.onDidDelete(touch));
    }
    this.owned.add(
      vscode.window.onDidChangeWindowState(({ focused }) => {
        if (focused) {
          this.touch(root, root.folder);
        }
      }),
    );
    this.lookLater(root);
  }

  private touch(root: AnnotationRoot, uri: vscode.Uri): void {
    const path = uri.path.startsWith(`${root.folder.path}/`) ? uri.path.slice(root.folder.path.length + 1) : '';
    const paper = paperOfPath(path);
    if (path.endsWith('.tmp') || path.includes('.lock')) {
      return;
    }
    root.forget(path);
    if (!path.includes('/')) {
      this.lookLater(root);
    }
    const known = this.touched.get(root) ?? new Set<PaperKey>();
    this.touched.set(root, paper === undefined || known === 'all' ? 'all' : known.add(paper));
    clearTimeout(this.quiet);
    this.quiet = setTimeout(() => this.log.run(() => this.look()), QUIET_MS);
  }

  private async look(): Promise<void> {
    const touched = [...this.touched];
    this.touched.clear();
    await Promise.all(touched.map(([root, papers]) => this.refresh(root, papers)));
  }

  private lookLater(root: AnnotationRoot): void {
    clearTimeout(this.later.get(root));
    this.later.set(
      root,
      setTimeout(() => this.log.run(() => this.refresh(root, 'all')), LATER_MS),
    );
  }
}
