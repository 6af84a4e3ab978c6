import type { AnnotationFiles } from '../../../src/core/annotations/storage/annotation-files';
import { inTurn } from '../../../src/platform/in-turn';

/** Files in memory, with a lock that works. */
export class MemoryFiles implements AnnotationFiles {
  readonly texts = new Map<string, string>();

  list(folder: string): ReturnType<AnnotationFiles['list']> {
    const prefix = folder === '' ? '' : `${folder}/`;
    const names = [...this.texts.keys()].filter((path) => path.startsWith(prefix)).map((path) => path.slice(prefix.length));
    const entries = new Map(names.map((name) => [name.replace(/\/.*/u, ''), name.includes('/')]));
    return Promise.resolve([...entries].map(([name, isFolder]) => ({ name, isFolder })));
  }

  read(path: string): Promise<string | undefined> {
    return Promise.resolve(this.texts.get(path));
  }

  create(path: string, text: string): Promise<boolean> {
    const isFree = !this.texts.has(path);
    if (isFree) {
      this.texts.set(path, text);
    }
    return Promise.resolve(isFree);
  }

  replace(path: string, text: string): Promise<void> {
    this.texts.set(path, text);
    return Promise.resolve();
  }

  remove(path: string): Promise<void> {
    this.texts.delete(path);
    return Promise.resolve();
  }

  modified(path: string): Promise<number | undefined> {
    return Promise.resolve(this.texts.has(path) ? 0 : undefined);
  }

  locked<T>(path: string, work: () => Promise<T>): Promise<T> {
    return inTurn(path, work);
  }
}
