import type { DigestId, Paper, PaperKey } from './paper';
import type { Library } from './library';
import type { Readings, ReadingStatus } from './reading';
import { READING_STATUSES, readingOf } from './reading';

export const GROUPINGS = ['digest', 'year', 'organisation', 'status', 'none'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** `digest`: as the digests list them. Papers without the date or count sorted by come last. */
export const SORTS = ['digest', 'title', 'newest', 'oldest', 'comments'] as const;
export type Sort = (typeof SORTS)[number];

/** What a group is of, as data; the words are the view's. Absent parts mean that its papers have none. */
export type GroupLabel =
  | { readonly kind: 'digest'; readonly digest: DigestId; readonly title: string }
  /** Four digits. */
  | { readonly kind: 'year'; readonly year?: string }
  | { readonly kind: 'organisation'; readonly name?: string }
  | { readonly kind: 'status'; readonly status: ReadingStatus }
  | { readonly kind: 'all' };

export interface PaperGroup {
  /** Stable across arrangements, for keeping rows expanded and selected. */
  readonly id: string;
  readonly label: GroupLabel;
  /** Never empty. */
  readonly papers: readonly Paper[];
}

export interface Arrangement {
  readonly groups: readonly PaperGroup[];
  /** Every paper once, in order of first appearance in the groups: the way of next and previous. */
  readonly order: readonly PaperKey[];
}

export interface ArrangeOptions {
  readonly grouping: Grouping;
  readonly sort: Sort;
  /** Only these papers. */
  readonly filter?: ReadonlySet<PaperKey>;
}

/**
 * Groups, sorts and filters a library for the Papers tree. Digests and years come newest first, organisations by name,
 * statuses from unread to read; papers without come last. A paper in two digests appears in both groups.
 */
export function arrange(library: Library, readings: Readings, { grouping, sort, filter }: ArrangeOptions): Arrangement {
  const shown = filter === undefined ? library.papers : library.papers.filter((paper) => filter.has(paper.key));
  const groups = group(sorted(shown, sort), library, readings, grouping);
  return { groups, order: [...new Set(groups.flatMap(({ papers }) => papers.map((paper) => paper.key)))] };
}

/** The paper before or after one, or `undefined` at the ends and for a paper that is not shown. */
export function neighbour({ order }: Arrangement, key: PaperKey, direction: 'next' | 'previous'): PaperKey | undefined {
  const index = order.indexOf(key);
  return index < 0 ? undefined : order[index + (direction === 'next' ? 1 : -1)];
}

/** The next unread paper after `key`, starting over at the end; the first one without a `key`. Never `key` itself. */
export function nextUnread({ order }: Arrangement, readings: Readings, key?: PaperKey): PaperKey | undefined {
  const start = key === undefined ? 0 : order.indexOf(key) + 1;
  return [...order.slice(start), ...order.slice(0, start)].find((other) => other !== key && readingOf(readings, other).status === 'unread');
}

function group(papers: readonly Paper[], { digests }: Library, readings: Readings, grouping: Grouping): readonly PaperGroup[] {
  switch (grouping) {
    case 'digest': {
      const groups = new Groups(papers, (paper) => paper.digests);
      return [...digests].reverse().flatMap(({ id, title }) => groups.take(id, `digest:${id}`, { kind: 'digest', digest: id, title }));
    }
    case 'year': {
      const groups = new Groups(papers, (paper) => [paper.published?.slice(0, 4) ?? '']);
      const years = groups.keys().sort((one, other) => Number(other) - Number(one));
      return years.flatMap((year) => groups.take(year, `year:${year}`, year === '' ? { kind: 'year' } : { kind: 'year', year }));
    }
    case 'organisation':
      return byOrganisation(papers);
    case 'status': {
      const groups = new Groups(papers, (paper) => [readingOf(readings, paper.key).status]);
      return READING_STATUSES.flatMap((status) => groups.take(status, `status:${status}`, { kind: 'status', status }));
    }
    case 'none':
      return papers.length === 0 ? [] : [{ id: 'all', label: { kind: 'all' }, papers }];
  }
}

function byOrganisation(papers: readonly Paper[]): readonly PaperGroup[] {
  const groups = new Groups(papers, (paper) => [paper.organisation?.slug ?? '']);
  const names = new Map(papers.map(({ organisation }) => [organisation?.slug ?? '', organisation?.name ?? '']));
  const slugs = groups.keys().sort((one, other) => Number(one === '') - Number(other === '') || collator.compare(names.get(one) ?? '', names.get(other) ?? ''));
  return slugs.flatMap((slug) => {
    const name = names.get(slug);
    return groups.take(slug, `organisation:${slug}`, slug === '' || name === undefined ? { kind: 'organisation' } : { kind: 'organisation', name });
  });
}

/** Papers by a property, in their order. */
class Groups {
  private readonly members = new Map<string, Paper[]>();

  constructor(papers: readonly Paper[], keysOf: (paper: Paper) => readonly string[]) {
    for (const paper of papers) {
      for (const key of keysOf(paper)) {
        const group = this.members.get(key);
        if (group === undefined) {
          this.members.set(key, [paper]);
        } else {
          group.push(paper);
        }
      }
    }
  }

  keys(): string[] {
    return [...this.members.keys()];
  }

  /** The group of a key, or none when it has no papers. */
  take(key: string, id: string, label: GroupLabel): readonly PaperGroup[] {
    const papers = this.members.get(key);
    return papers === undefined ? [] : [{ id, label, papers }];
  }
}

/** One order everywhere, whatever the language of the machine. */
const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Sorting is stable, so papers that compare equal stay in the order of the digests. */
function sorted(papers: readonly Paper[], sort: Sort): readonly Paper[] {
  switch (sort) {
    case 'digest':
      return papers;
    case 'title':
      return [...papers].sort((one, other) => collator.compare(one.title, other.title));
    case 'newest':
      return [...papers].sort((one, other) => compareText(other.published ?? '', one.published ?? ''));
    case 'oldest':
      return [...papers].sort((one, other) => compareText(one.published ?? '9999', other.published ?? '9999'));
    case 'comments':
      return [...papers].sort((one, other) => (other.comments ?? -1) - (one.comments ?? -1));
  }
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
