import type { Library } from './library';
import type { PaperKey } from './paper';
import { readingOf, type Readings } from './reading';

/** How many papers of a library are unread: counted once, then kept up to date paper by paper. */
export class UnreadCount {
  private library: Library | undefined;
  /** Papers of the library that are not unread. */
  private begun = new Set<PaperKey>();

  get value(): number {
    return this.library === undefined ? 0 : this.library.papers.length - this.begun.size;
  }

  /** @param changed papers on which something else is set than at the last call; all when left out */
  update(library: Library, readings: Readings, changed: readonly PaperKey[] = Object.keys(readings)): void {
    if (library !== this.library) {
      this.library = library;
      this.begun = new Set();
      this.count(library, readings, Object.keys(readings));
    } else {
      this.count(library, readings, changed);
    }
  }

  private count(library: Library, readings: Readings, keys: readonly PaperKey[]): void {
    for (const key of keys) {
      if (library.paper(key)?.key === key && readingOf(readings, key).status !== 'unread') {
        this.begun.add(key);
      } else {
        this.begun.delete(key);
      }
    }
  }
}
