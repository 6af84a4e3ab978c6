import type { PaperKey } from '../../papers/paper';
import type { AnnotationFiles } from './annotation-files';
import { isAnnotationFile, isPaperFolder } from './annotation-paths';
import { combineFiles, readFile, type PaperFolder, type ReadFile } from './read-folder';

/** Files read at the same time. */
const READERS = 8;

/** Most files of one paper that are read, so that a folder filled by mistake does not hang the window. */
export const MOST_FILES = 10_000;

/** Reads the annotations of a folder by paper. A file is read once, and again when it is forgotten. */
export class FolderReader {
  private readonly known = new Map<string, ReadFile>();
  private readonly waiting: (() => void)[] = [];
  private reading = 0;
  private forgotten = 0;

  constructor(private readonly files: AnnotationFiles) {}

  /** Papers that have a folder. */
  async papers(): Promise<readonly PaperKey[]> {
    return (await this.files.list('')).filter(({ name, isFolder }) => isFolder && isPaperFolder(name)).map(({ name }) => name);
  }

  async read(paper: PaperKey): Promise<PaperFolder> {
    const names = (await this.files.list(paper)).filter(({ name, isFolder }) => !isFolder && isAnnotationFile(name)).slice(0, MOST_FILES);
    const paths = names.map(({ name }) => `${paper}/${name}`);
    const files = await Promise.all(paths.map((path) => this.file(path, paper)));
    const there = new Set(paths);
    for (const path of this.known.keys()) {
      if (path.startsWith(`${paper}/`) && !there.has(path)) {
        this.known.delete(path);
      }
    }
    return combineFiles(files.flatMap((file) => file ?? []));
  }

  /** What is at this path changed, or everything below it. */
  forget(path: string): void {
    this.forgotten++;
    if (isAnnotationFile(path.slice(path.lastIndexOf('/') + 1))) {
      this.known.delete(path);
      return;
    }
    for (const known of this.known.keys()) {
      if (path === '' || known === path || known.startsWith(`${path}/`)) {
        this.known.delete(known);
      }
    }
  }

  private async file(path: string, paper: PaperKey): Promise<ReadFile | undefined> {
    const known = this.known.get(path);
    if (known !== undefined) {
      return known;
    }
    await this.turn();
    const { forgotten } = this;
    try {
      const text = await this.files.read(path);
      if (text === undefined) {
        return undefined;
      }
      const file = readFile(path, paper, text);
      if (forgotten === this.forgotten) {
        this.known.set(path, file); // Else it may have changed while it was read.
      }
      return file;
    } catch (error) {
      return { path, problem: error instanceof Error ? error.message : String(error) };
    } finally {
      this.reading--;
      this.waiting.shift()?.();
    }
  }

  private async turn(): Promise<void> {
    while (this.reading >= READERS) {
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
    this.reading++;
  }
}
