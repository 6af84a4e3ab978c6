import * as vscode from 'vscode';
import type { Annotation, AnnotationChange, AnnotationId, NewAnnotation, Thread } from '../core/annotations/annotation';
import { idMaker } from '../core/annotations/annotation-id';
import { RefusedChange } from '../core/annotations/storage/annotation-files';
import { addFile, changeFile, removeFile, restoreFile, settleFile } from '../core/annotations/storage/change-file';
import { annotationPath, paperOfPath } from '../core/annotations/storage/annotation-paths';
import { clearLeftovers } from '../core/annotations/storage/clear-leftovers';
import { isSameAnnotation, type PaperFolder } from '../core/annotations/storage/read-folder';
import { threadsOf } from '../core/annotations/threads';
import type { PaperKey } from '../core/papers/paper';
import { tidyTags } from '../core/papers/tags';
import { isoWithZone } from '../core/runs/run-id';
import { AnnotationRoot, ANNOTATIONS_PATH } from './annotation-root';
import { AnnotationWatcher } from './annotation-watcher';
import { ReaderError } from './errors';
import { randomSuffix } from './files';
import type { Log } from './log';
import { Owned } from './owned';
import { allRecordFolders, currentRecordFolders } from './record-folders';
import type { AnnotationConflict, AnnotationProblem, Annotations, ImportOptions, RemovedAnnotations } from './stores';
import { workOnMany } from './work-on-many';

/** The user's annotations in all workspace folders. Nothing is read or watched before somebody asks. */
export class AnnotationStore implements Annotations, vscode.Disposable {
  private readonly owned = new Owned();
  private readonly changed = this.owned.add(new vscode.EventEmitter<readonly PaperKey[]>());
  readonly onDidChange = this.changed.event;

  private readonly newId = idMaker(
    () => Date.now(),
    (bytes) => crypto.getRandomValues(bytes),
  );
  /** By the address of the folder, in the order of the workspace. */
  private opened: Promise<ReadonlyMap<string, AnnotationRoot>> | undefined;
  private watcher: AnnotationWatcher | undefined;

  constructor(
    private readonly storage: vscode.Uri,
    private readonly log: Log,
  ) {
    this.owned.add(vscode.workspace.onDidChangeWorkspaceFolders(() => this.log.run(() => this.startOver())));
  }

  dispose(): void {
    this.watcher?.dispose();
    this.owned.dispose();
  }

  async threadsOf(paper: PaperKey): Promise<readonly Thread[]> {
    return threadsOf((await this.combined(paper)).annotations);
  }

  async all(): Promise<ReadonlyMap<PaperKey, readonly Thread[]>> {
    const papers = await this.papers();
    const threads = await Promise.all(papers.map(async (paper) => [paper, await this.threadsOf(paper)] as const));
    return new Map(threads.filter(([, found]) => found.length > 0));
  }

  async problems(): Promise<readonly AnnotationProblem[]> {
    const problems = (await this.everyFolder()).flatMap(({ root, folder }) =>
      folder.problems.map(({ path, problem }) => ({ uri: root.files.uri(path), problem })),
    );
    return problems;
  }

  async conflicts(): Promise<readonly AnnotationConflict[]> {
    const papers = await this.papers();
    return (await Promise.all(papers.map(async (paper) => (await this.combined(paper)).conflicts))).flat();
  }

  async isReadOnly(annotation: Annotation): Promise<boolean> {
    const { root } = await this.homeOf(annotation);
    const { annotations } = await root.of(annotation.paper);
    return annotations.some((one) => one.annotation.id === annotation.id && one.readOnly);
  }

  async add({ tags = [], comment = '', colour = 'yellow', ...said }: NewAnnotation): Promise<Annotation> {
    const now = isoWithZone(new Date());
    const annotation: Annotation = { ...said, id: this.newId(), colour, tags: tidyTags(tags), comment, created: now, modified: now };
    await this.addAll([annotation]);
    return annotation;
  }

  async addAll(annotations: readonly Annotation[], options: ImportOptions = {}): Promise<void> {
    const written = new Map<AnnotationRoot, string[]>();
    const add = async (annotation: Annotation): Promise<void> => {
      const root = await this.rootFor(annotation);
      await this.write(() => addFile(root.files, annotation));
      const paths = written.get(root) ?? [];
      written.set(root, paths);
      paths.push(annotationPath(annotation.paper, annotation.id));
    };
    try {
      await workOnMany(annotations, add, options);
    } catch (error) {
      for (const [root, paths] of written) {
        await workOnMany(paths, (path) => root.files.remove(path));
      }
      throw error;
    } finally {
      for (const [root, paths] of written) {
        await this.take(root, paths);
      }
    }
  }

  async change(seen: Annotation, change: AnnotationChange): Promise<Annotation> {
    const { root, path } = await this.homeOf(seen);
    const tidy = change.tags === undefined ? change : { ...change, tags: tidyTags(change.tags) };
    const annotation = await this.write(() => changeFile(this.context(root), path, seen, tidy));
    await this.take(root, [path]);
    return annotation;
  }

  async remove(ids: readonly AnnotationId[]): Promise<RemovedAnnotations> {
    const wanted = await this.withReplies(new Set(ids));
    const files: { uri: vscode.Uri; text: string }[] = [];
    const papers = new Set<PaperKey>();
    for (const { root, folder } of await this.everyFolder()) {
      const gone = folder.annotations.filter(({ annotation }) => wanted.has(annotation.id));
      const [first] = gone;
      const listed = first === undefined ? [] : await root.files.list(first.annotation.paper);
      await workOnMany(gone, async ({ path, annotation }) => {
        const removed = await this.write(() => removeFile(root.files, path, annotation, listed));
        files.push(...removed.map(({ path: of, text }) => ({ uri: root.files.uri(of), text })));
        papers.add(annotation.paper);
      });
      await this.take(root, gone.map(({ path }) => path));
    }
    return { files, papers: [...papers] };
  }

  async restore({ files }: RemovedAnnotations): Promise<void> {
    const restored = new Map<AnnotationRoot, string[]>();
    try {
      for (const { uri, text } of files) {
        const root = [...(await this.roots()).values()].find(({ folder }) => uri.path.startsWith(`${folder.path}/`) && uri.scheme === folder.scheme);
        if (!root) {
          throw new ReaderError(vscode.l10n.t('The folder that the annotation was in is not open any more.'));
        }
        const path = uri.path.slice(root.folder.path.length + 1);
        await this.write(() => restoreFile(this.context(root), { path, text }));
        restored.set(root, [...(restored.get(root) ?? []), path]);
      }
    } finally {
      for (const [root, paths] of restored) {
        await this.take(root, paths);
      }
    }
  }

  async settle({ here, other }: AnnotationConflict, kept: Annotation): Promise<void> {
    for (const root of (await this.roots()).values()) {
      const path = await root.pathOf(here);
      if (path !== undefined) {
        await this.write(() => settleFile(this.context(root), path, { here, other }, kept));
        root.forget(here.paper);
        await this.refresh(root, new Set([here.paper]));
      }
    }
  }

  private context({ files }: AnnotationRoot) {
    return { files, modified: isoWithZone(new Date()), uniqueSuffix: randomSuffix };
  }

  private roots(): Promise<ReadonlyMap<string, AnnotationRoot>> {
    this.opened ??= this.open();
    return this.opened;
  }

  private async open(): Promise<ReadonlyMap<string, AnnotationRoot>> {
    if (!vscode.workspace.workspaceFolders?.length) {
      await vscode.workspace.fs.createDirectory(this.storage); // Outside a workspace folder only what exists can be watched.
    }
    const watcher = new AnnotationWatcher((root, papers) => this.refresh(root, papers), this.log);
    const roots = allRecordFolders(this.storage).map(({ base }) => {
      const root = new AnnotationRoot(vscode.Uri.joinPath(base, ANNOTATIONS_PATH));
      watcher.watch(base, root);
      void clearLeftovers(root.files, Date.now()).catch(() => undefined);
      return [root.folder.toString(), root] as const;
    });
    this.watcher = watcher;
    return new Map(roots);
  }

  /** The folders are others now. */
  private async startOver(): Promise<void> {
    if (this.opened !== undefined) {
      const before = await this.papers();
      this.watcher?.dispose();
      this.opened = undefined;
      this.changed.fire([...new Set([...before, ...(await this.papers())])]);
    }
  }

  private async papers(): Promise<readonly PaperKey[]> {
    const papers = await Promise.all([...(await this.roots()).values()].map((root) => root.papers()));
    return [...new Set(papers.flat())];
  }

  private async everyFolder(): Promise<readonly { readonly root: AnnotationRoot; readonly folder: PaperFolder }[]> {
    const folders = [...(await this.roots()).values()].map(async (root) => {
      const papers = await root.papers();
      return Promise.all(papers.map(async (paper) => ({ root, folder: await root.of(paper) })));
    });
    return (await Promise.all(folders)).flat();
  }

  /** What all folders say of a paper. An annotation that is in two of them is one; where they differ, a conflict. */
  private async combined(paper: PaperKey) {
    const folders = await Promise.all([...(await this.roots()).values()].map((root) => root.of(paper)));
    const byId = new Map<AnnotationId, Annotation>();
    const conflicts = folders.flatMap((folder) => folder.conflicts);
    for (const { annotation } of folders.flatMap((folder) => folder.annotations)) {
      const known = byId.get(annotation.id);
      if (known === undefined) {
        byId.set(annotation.id, annotation);
      } else if (!isSameAnnotation(known, annotation)) {
        conflicts.push({ here: known, other: annotation });
      }
    }
    return { annotations: [...byId.values()], conflicts };
  }

  /** A reply goes where its thread is, anything else where the user is. */
  private async rootFor({ paper, replyTo }: Annotation): Promise<AnnotationRoot> {
    const roots = await this.roots();
    const holder = replyTo === undefined ? undefined : await this.holderOf(paper, replyTo);
    const current = roots.get(vscode.Uri.joinPath(currentRecordFolders(this.storage).base, ANNOTATIONS_PATH).toString());
    const root = holder ?? current ?? [...roots.values()][0];
    if (!root) {
      throw new ReaderError(vscode.l10n.t('There is no folder to keep annotations in.'));
    }
    return root;
  }

  private async holderOf(paper: PaperKey, id: AnnotationId): Promise<AnnotationRoot | undefined> {
    for (const root of (await this.roots()).values()) {
      const { annotations } = await root.of(paper);
      if (annotations.some(({ annotation }) => annotation.id === id)) {
        return root;
      }
    }
    return undefined;
  }

  private async withReplies(ids: ReadonlySet<AnnotationId>): Promise<ReadonlySet<AnnotationId>> {
    const threads = [...(await this.all()).values()].flat();
    const chosen = threads.flatMap(({ first, replies }) => (ids.has(first.id) ? [first, ...replies] : replies.filter(({ id }) => ids.has(id))));
    return new Set(chosen.map(({ id }) => id));
  }

  private async homeOf(annotation: Annotation): Promise<{ readonly root: AnnotationRoot; readonly path: string }> {
    const root = (await this.holderOf(annotation.paper, annotation.id)) ?? (await this.rootFor(annotation));
    return { root, path: (await root.pathOf(annotation)) ?? annotationPath(annotation.paper, annotation.id) };
  }

  private async write<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw error instanceof RefusedChange ? new ReaderError(error.message) : error;
    }
  }

  /** What this window wrote is told at once, and not again when its files are seen to have changed. */
  private async take(root: AnnotationRoot, paths: readonly string[]): Promise<void> {
    for (const path of paths) {
      root.forget(path);
    }
    await this.refresh(root, new Set(paths.flatMap((path) => paperOfPath(path) ?? [])));
  }

  private async refresh(root: AnnotationRoot, papers: ReadonlySet<PaperKey> | 'all'): Promise<void> {
    const changed = await root.refresh(papers);
    if (changed.length > 0) {
      this.changed.fire(changed);
    }
  }
}
