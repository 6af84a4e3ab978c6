import type { Library } from './library';
import type { Paper } from './paper';

/** `digest`: as the digests list them. Papers without the date or count sorted by come last. */
export const SORTS = ['digest', 'title', 'newest', 'oldest', 'comments', 'upvotes'] as const;
export type Sort = (typeof SORTS)[number];

const known = new WeakMap<Library, Map<Sort, readonly Paper[]>>();

/**
 * The papers of a library in an order. Sorting is stable: papers that compare equal stay in the order of the digests.
 * Each order is made once for a library, so that what the user sets on papers never sorts them again.
 */
export function sortedPapers(library: Library, sort: Sort): readonly Paper[] {
  const orders = known.get(library) ?? new Map<Sort, readonly Paper[]>();
  known.set(library, orders);
  const order = orders.get(sort) ?? inOrder(library.papers, sort);
  orders.set(sort, order);
  return order;
}

/** Names in the one order of all lists, whatever the language of the machine. */
export const nameOrder = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

function inOrder(papers: readonly Paper[], sort: Sort): readonly Paper[] {
  switch (sort) {
    case 'digest':
      return papers;
    case 'title':
      return byTitle(papers);
    case 'newest':
      return [...papers].sort((one, other) => compareText(dayOf(other) ?? '', dayOf(one) ?? ''));
    case 'oldest':
      return [...papers].sort((one, other) => compareText(dayOf(one) ?? '9999', dayOf(other) ?? '9999'));
    case 'comments':
      return [...papers].sort((one, other) => (other.comments ?? -1) - (one.comments ?? -1));
    case 'upvotes':
      return [...papers].sort((one, other) => (other.upvotes ?? -1) - (one.upvotes ?? -1));
  }
}

/** The day or, where only that is known, the year of publication; a year sorts before its days. */
export function dayOf({ published, year }: Paper): string | undefined {
  return published ?? (year === undefined ? undefined : String(year).padStart(4, '0'));
}

/** Comparing by collator takes most of a second for 100,000 titles; nearly all differ in their folded letters already. */
function byTitle(papers: readonly Paper[]): readonly Paper[] {
  const keyed = papers.map((paper) => ({ paper, key: sortKey(paper.title) }));
  keyed.sort((one, other) => compareText(one.key, other.key) || nameOrder.compare(one.paper.title, other.paper.title));
  return keyed.map(({ paper }) => paper);
}

/** Letters without case and accents, numbers by value, other characters as blanks. */
function sortKey(title: string): string {
  return title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/\d+/g, (digits) => digits.padStart(12, '0'));
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
