import * as v from 'valibot';
import type { IsoDate } from '../papers/paper';

/** Short name of a feed in its file, for example `arxiv-rss-cs-cl`. */
export type FeedId = string;

/** What is followed. */
export type FeedSource =
  /** The Daily Papers lists day by day or week by week, the missed ones too. `from`: the first day that is wanted. */
  | { readonly kind: 'daily-papers'; readonly by: 'day' | 'week'; readonly from?: IsoDate }
  /** The newest Daily Papers list, whichever it is. */
  | { readonly kind: 'daily-papers'; readonly by: 'newest' }
  /** Papers that a query of the arXiv API finds, newest first, for example `cat:cs.CL AND abs:attention`. */
  | { readonly kind: 'arxiv-search'; readonly search: string }
  /** What arXiv announces each day in its categories. */
  | { readonly kind: 'arxiv-rss'; readonly categories: readonly string[] };

/** When a feed is checked: when the user says so, or also by itself. */
export type Schedule = 'manual' | { readonly everyHours: number };

export interface Feed {
  readonly id: FeedId;
  readonly title: string;
  readonly source: FeedSource;
  readonly schedule: Schedule;
}

/** Categories of one RSS feed; arXiv gives at most 2000 papers for all of them. */
export const MOST_CATEGORIES = 20;
export const LONGEST_SEARCH = 500;
const LONGEST_TITLE = 200;
const LONGEST_ID = 60;
const MOST_HOURS = 30 * 24;

const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/u, 'This is not a day such as 2026-01-09.'));
const category = v.pipe(v.string(), v.regex(/^[a-z][a-z-]{1,20}(?:\.[A-Za-z-]{1,20})?$/u, 'This is not an arXiv category such as cs.CL.'));
const search = v.pipe(
  v.string(),
  v.trim(),
  v.nonEmpty('The search has no words.'),
  v.maxLength(LONGEST_SEARCH),
  v.regex(/^\P{Cc}*$/u, 'The search is more than one line.'),
);

/** Fields that this version does not know are kept. */
const source = v.variant('kind', [
  v.looseObject({ kind: v.literal('daily-papers'), by: v.picklist(['day', 'week', 'newest']), from: v.exactOptional(day) }),
  v.looseObject({ kind: v.literal('arxiv-search'), search }),
  v.looseObject({
    kind: v.literal('arxiv-rss'),
    categories: v.pipe(v.array(category), v.minLength(1), v.maxLength(MOST_CATEGORIES), v.readonly()),
  }),
]);

const feed = v.looseObject({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,99}$/u, 'This is not a short name of small letters, digits and hyphens.')),
  title: v.pipe(v.string(), v.nonEmpty(), v.maxLength(LONGEST_TITLE)),
  source,
  schedule: v.union([
    v.literal('manual'),
    v.looseObject({ everyHours: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_HOURS)) }),
  ]),
});

/** A feed as read from a file, or what is wrong with it, for the reader. */
export function readFeed(value: unknown): Feed | string {
  const result = v.safeParse(feed, value, { abortEarly: true });
  if (result.success) {
    return result.output;
  }
  const [issue] = result.issues;
  return `At ${v.getDotPath(issue) ?? 'the feed as a whole'}: ${issue.message}`;
}

/** Whether two feeds would ask for the same. */
export function sameSource(one: FeedSource, other: FeedSource): boolean {
  return identity(one) === identity(other);
}

/** A name for a new feed that no other has. */
export function newFeedId(source: FeedSource, taken: readonly FeedId[]): FeedId {
  const name = identity(source)
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .slice(0, LONGEST_ID)
    .replace(/-$/u, '');
  let id = name;
  for (let number = 2; taken.includes(id); number++) {
    id = `${name}-${number}`;
  }
  return id;
}

function identity(source: FeedSource): string {
  switch (source.kind) {
    case 'daily-papers':
      return `daily-papers ${source.by}`;
    case 'arxiv-search':
      return `arxiv-search ${source.search.trim().replace(/\s+/gu, ' ')}`;
    case 'arxiv-rss':
      return `arxiv-rss ${[...new Set(source.categories)].sort().join('+')}`;
  }
}
