import type { PagesState } from './feed-state';
import { PAGE_SIZE } from './feed-address';

/** Results of a search that are looked through at most; the first walk, which knows nothing, fetches one page. */
export const MOST_RESULTS = 1000;

/** Ids that mark where a walk began: more than one, because a paper can be withdrawn. */
const MARKERS = 20;

/** One page of the results of a search, newest first. */
export interface ResultPage {
  /** Identifiers of its papers, in order. */
  readonly ids: readonly (string | undefined)[];
  /** Results on the page, those that could not be read too. */
  readonly count: number;
  /** Results of the whole search, where the answer says. */
  readonly total?: number;
}

/**
 * The way through the pages of a search: from the newest result to one that an earlier walk had. New papers push the others to later
 * pages, so a walk that was broken off is not resumed at its page but at its place: from the newest down to where it began, then on
 * from where it stopped.
 */
export class PageWalk {
  /** Index of the first result to ask for next. */
  start = 0;
  done = false;
  /** True when the walk ended at its bound: older results were left out. */
  cutShort = false;
  private head: readonly string[] | undefined;
  private partial: PagesState['partial'];

  constructor(private readonly before: PagesState = { known: [] }) {
    this.partial = before.partial;
  }

  /**
   * Goes past the page at `start`.
   *
   * @returns how many of its papers, from the top, no complete walk has had
   */
  take({ ids, count, total }: ResultPage): number {
    this.head ??= ids.flatMap((id) => id ?? []).slice(0, MARKERS);
    const knownAt = ids.findIndex((id) => id !== undefined && this.before.known.includes(id));
    if (knownAt >= 0) {
      this.done = true;
      return knownAt;
    }
    this.start = Math.max(this.start + count, this.resumeAt(ids));
    const atEnd = total === undefined ? count < PAGE_SIZE : this.start >= total;
    this.cutShort = !atEnd && this.start >= MOST_RESULTS;
    this.done = count === 0 || atEnd || this.cutShort || this.before.known.length === 0;
    return ids.length;
  }

  /** Goes past the first page, which is as it was at the last check. */
  unchanged(): void {
    if (this.partial === undefined) {
      this.done = true;
    } else {
      this.head = this.partial.head;
      this.start = this.partial.next;
      this.partial = undefined;
    }
  }

  /** What the next walk must know of this one. */
  get state(): PagesState {
    const { known } = this.before;
    if (this.head === undefined) {
      return this.before;
    }
    return this.done ? { known: this.head.length === 0 ? known : this.head } : { known, partial: { head: this.head, next: this.start } };
  }

  /** Where the broken-off walk stopped, counted from today's newest result, once its beginning is on this page; else zero. */
  private resumeAt(ids: readonly (string | undefined)[]): number {
    const { head, next } = this.partial ?? { head: [], next: 0 };
    const at = ids.findIndex((id) => id !== undefined && head.includes(id));
    if (at < 0) {
      return 0;
    }
    this.partial = undefined;
    return next + this.start + at - head.indexOf(ids[at] ?? '');
  }
}
