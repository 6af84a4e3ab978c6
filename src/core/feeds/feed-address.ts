import type { FeedSource } from './feed';
import type { Period } from './periods';

/** Where the services are. Tests put a server on loopback in their place. */
export interface FeedAddresses {
  readonly huggingFace: string;
  readonly arxivApi: string;
  readonly arxivRss: string;
}

export const FEED_ADDRESSES: FeedAddresses = {
  huggingFace: 'https://huggingface.co',
  arxivApi: 'https://export.arxiv.org',
  arxivRss: 'https://rss.arxiv.org',
};

/** Papers asked for at a time. It is the most that Daily Papers gives; arXiv would give more, but answers slowly. */
export const PAGE_SIZE = 100;

/** The base address that a feed is asked of. */
export function baseOf(source: FeedSource, addresses: FeedAddresses): string {
  switch (source.kind) {
    case 'daily-papers':
      return addresses.huggingFace;
    case 'arxiv-search':
      return addresses.arxivApi;
    case 'arxiv-rss':
      return addresses.arxivRss;
  }
}

/** @param period a day or a week; absent for the newest list */
export function dailyPapersUrl({ huggingFace }: FeedAddresses, period: Period | undefined, page: number): string {
  const which = period === undefined ? [] : [`${period.includes('W') ? 'week' : 'date'}=${period}`];
  const query = [...which, `limit=${PAGE_SIZE}`, ...(page === 0 ? [] : [`p=${page}`])];
  return `${huggingFace}/api/daily_papers?${query.join('&')}`;
}

export function arxivSearchUrl({ arxivApi }: FeedAddresses, search: string, start: number): string {
  const query = `search_query=${queryText(search)}&sortBy=submittedDate&sortOrder=descending&start=${start}&max_results=${PAGE_SIZE}`;
  return `${arxivApi}/api/query?${query}`;
}

export function arxivRssUrl({ arxivRss }: FeedAddresses, categories: readonly string[]): string {
  return `${arxivRss}/rss/${[...new Set(categories)].map(encodeURIComponent).join('+')}`;
}

/** Field prefixes of the arXiv API (info.arxiv.org/help/api/user-manual.html, 5.1). */
const PREFIX = /(?:^|[\s(])(?:ti|au|abs|co|jr|cat|rn|id|all):/u;

/** A query of the arXiv API from what a user types: words without any field prefix must all be somewhere in the record. */
export function arxivSearch(typed: string): string {
  const text = typed.trim().replace(/\s+/gu, ' ');
  if (text === '' || PREFIX.test(text)) {
    return text;
  }
  const words = text.match(/"[^"]+"|[^\s"]+/gu) ?? [];
  return words.map((word) => `all:${word}`).join(' AND ');
}

/** As the manual writes queries: spaces as `+`, colons as they are. */
function queryText(text: string): string {
  return encodeURIComponent(text).replace(/%20/gu, '+').replace(/%3A/gu, ':');
}
