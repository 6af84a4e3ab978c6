import type * as vscode from 'vscode';
import type { Annotation } from '../core/annotations/annotation';
import { FolderReader } from '../core/annotations/storage/folder-reader';
import { combineFiles, type PaperFolder } from '../core/annotations/storage/read-folder';
import type { PaperKey } from '../core/papers/paper';
import { WorkspaceAnnotationFiles } from './annotation-files';

/** Where annotations are in a workspace folder. */
export const ANNOTATIONS_PATH = '.lectern/annotations';

const EMPTY = combineFiles([]);

/** The annotations of one workspace folder, or of the storage: read paper by paper when they are asked for, and kept. */
export class AnnotationRoot {
  readonly files: WorkspaceAnnotationFiles;
  private readonly reader: FolderReader;
  /** What was told last of each paper that was asked for. */
  private readonly told = new Map<PaperKey, PaperFolder>();
  private readonly loading = new Map<PaperKey, Promise<PaperFolder>>();
  private isWhole = false;

  constructor(readonly folder: vscode.Uri) {
    this.files = new WorkspaceAnnotationFiles(folder);
    this.reader = new FolderReader(this.files);
  }

  of(paper: PaperKey): Promise<PaperFolder> {
    return this.loading.get(paper) ?? this.start(paper);
  }

  async papers(): Promise<readonly PaperKey[]> {
    this.isWhole = true;
    return this.reader.papers();
  }

  /** A file or folder at this path is another one: the next reading sees it. */
  forget(path: string): void {
    this.reader.forget(path);
  }

  /** Reads those papers anew that somebody has asked for, and gives those of which something is different. */
  async refresh(papers: ReadonlySet<PaperKey> | 'all'): Promise<readonly PaperKey[]> {
    const listed = papers === 'all' ? new Set([...this.told.keys(), ...(this.isWhole ? await this.reader.papers() : [])]) : papers;
    const wanted = [...listed].filter((paper) => this.isWhole || this.loading.has(paper));
    const changed = await Promise.all(
      wanted.map(async (paper) => {
        const before = this.told.get(paper) ?? EMPTY;
        const after = await this.start(paper);
        return isSameFolder(before, after) ? [] : [paper];
      }),
    );
    return changed.flat();
  }

  /** The file that an annotation is changed in, where it is one of this folder. */
  async pathOf({ paper, id }: Annotation): Promise<string | undefined> {
    return (await this.of(paper)).annotations.find(({ annotation }) => annotation.id === id)?.path;
  }

  private start(paper: PaperKey): Promise<PaperFolder> {
    const loading = this.load(paper, this.loading.get(paper));
    this.loading.set(paper, loading);
    loading.catch(() => {
      if (this.loading.get(paper) === loading) {
        this.loading.delete(paper);
      }
    });
    return loading;
  }

  /** One reading of a paper after another, so that the last to be told is the last that was read. */
  private async load(paper: PaperKey, before: Promise<unknown> | undefined): Promise<PaperFolder> {
    await before?.catch(() => undefined);
    const folder = await this.reader.read(paper);
    this.told.set(paper, folder);
    return folder;
  }
}

function isSameFolder(one: PaperFolder, other: PaperFolder): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
