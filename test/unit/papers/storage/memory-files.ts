import type { FileStore } from '../../../../src/core/papers/storage/file-store';

/** The power went off: nothing is written from here on. */
export class Crash extends Error {}

/** A folder in memory that can fail at any write, as a machine does that goes off. */
export class MemoryFiles implements FileStore {
  readonly contents = new Map<string, Uint8Array>();
  readonly times = new Map<string, number>();
  /** Moment that files are written at. */
  now = 0;
  /** Writes until it goes off. */
  writesLeft = Infinity;
  /** Called before a file is made, to let another window be faster. */
  beforeCreate: (path: string) => Promise<void> = () => Promise.resolve();
  /** Called when a file was made. */
  afterCreate: (path: string) => void = () => undefined;

  static copyOf({ contents, times }: MemoryFiles): MemoryFiles {
    const copy = new MemoryFiles();
    contents.forEach((content, path) => copy.contents.set(path, content));
    times.forEach((time, path) => copy.times.set(path, time));
    return copy;
  }

  list(folder: string): Promise<readonly string[]> {
    const prefix = folder === '' ? '' : `${folder}/`;
    const names = [...this.contents.keys()].filter((path) => path.startsWith(prefix)).map((path) => path.slice(prefix.length).split('/')[0] ?? '');
    return Promise.resolve([...new Set(names)]);
  }

  read(path: string): Promise<Uint8Array | undefined> {
    return Promise.resolve(this.contents.get(path));
  }

  async create(path: string, content: Uint8Array): Promise<boolean> {
    await this.beforeCreate(path);
    const temporary = `${path}.00000000.tmp`;
    this.write(() => this.put(temporary, content.slice(0, content.length / 2)));
    this.write(() => this.put(temporary, content));
    if (this.contents.has(path)) {
      this.write(() => this.contents.delete(temporary));
      return false;
    }
    this.write(() => {
      this.contents.delete(temporary);
      this.put(path, content);
    });
    this.afterCreate(path);
    return true;
  }

  remove(path: string): Promise<void> {
    this.write(() => this.contents.delete(path));
    return Promise.resolve();
  }

  modified(path: string): Promise<number | undefined> {
    return Promise.resolve(this.times.get(path));
  }

  put(path: string, content: Uint8Array | string): void {
    this.contents.set(path, typeof content === 'string' ? new TextEncoder().encode(content) : content);
    this.times.set(path, this.now);
  }

  text(path: string): string {
    return new TextDecoder().decode(this.contents.get(path));
  }

  private write(change: () => void): void {
    if (this.writesLeft-- <= 0) {
      throw new Crash('off');
    }
    change();
  }
}
