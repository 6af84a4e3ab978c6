import type { GroupLabel, PaperGroup } from './arrangement';
import type { Paper } from './paper';
import { dayOf, type Sort } from './sort';

/** Most rows in one place of a tree: more are slow to lay out and nobody scrolls through them. */
export const MOST_ROWS = 200;

/** Part of a list: from `start` up to but without `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * The ranges a span is shown as, of nearly the same size; none when its rows fit into one place as they are. Ranges
 * that are too large themselves are parted again in the same way: at no place are there more than `MOST_ROWS`.
 */
export function rangesIn({ start, end }: Span): readonly Span[] {
  const size = end - start;
  const leaves = Math.ceil(size / MOST_ROWS);
  if (leaves <= 1) {
    return [];
  }
  // Two levels of like width are quicker to go through than a wide one below a narrow one.
  const count = leaves <= MOST_ROWS ? leaves : Math.min(Math.ceil(Math.sqrt(leaves)), MOST_ROWS);
  return Array.from({ length: count }, (_, index) => ({
    start: start + Math.floor((index * size) / count),
    end: start + Math.floor(((index + 1) * size) / count),
  }));
}

/** What a range holds, as data. Absent parts mean papers without. */
export type RangeLabel =
  /** By titles of the first and last. */
  | { readonly kind: 'titles'; readonly first: string; readonly last: string }
  /** `YYYY-MM`, or `YYYY` where no day is known. */
  | { readonly kind: 'months'; readonly first?: string; readonly last?: string }
  | { readonly kind: 'comments' | 'upvotes'; readonly first?: number; readonly last?: number }
  | { readonly kind: 'groups'; readonly first: GroupLabel; readonly last: GroupLabel }
  /** By place alone. */
  | { readonly kind: 'places' };

export function groupRangeLabel(groups: readonly PaperGroup[], { start, end }: Span): RangeLabel {
  const first = groups[start];
  const last = groups[end - 1];
  return first === undefined || last === undefined ? { kind: 'places' } : { kind: 'groups', first: first.label, last: last.label };
}

const MONTH_LENGTH = 'YYYY-MM'.length;

export function paperRangeLabel(papers: readonly Paper[], { start, end }: Span, sort: Sort): RangeLabel {
  const first = papers[start];
  const last = papers[end - 1];
  if (first === undefined || last === undefined) {
    return { kind: 'places' };
  }
  switch (sort) {
    case 'digest':
      return { kind: 'places' };
    case 'title':
      return { kind: 'titles', first: first.title, last: last.title };
    case 'newest':
    case 'oldest':
      return { kind: 'months', ...ends(dayOf(first)?.slice(0, MONTH_LENGTH), dayOf(last)?.slice(0, MONTH_LENGTH)) };
    case 'comments':
    case 'upvotes':
      return { kind: sort, ...ends(first[sort], last[sort]) };
  }
}

function ends<T>(first: T | undefined, last: T | undefined): { readonly first?: T; readonly last?: T } {
  return { ...(first === undefined ? {} : { first }), ...(last === undefined ? {} : { last }) };
}
