import { readFeed, type Feed, type FeedId } from './feed';

const FORMAT = 'lectern-feeds';
const VERSION = 1;

export interface ParsedFeeds {
  /** In the order of the file. Fields that this version does not know are kept. */
  readonly feeds: readonly Feed[];
  /** What is wrong and where, in words for the reader. */
  readonly problems: readonly string[];
  /** True when the file must not be written over: a newer Lectern wrote it, or it is no feeds file at all. */
  readonly readOnly: boolean;
  /** Top-level fields this version does not know; hand them back to `serialiseFeeds`. */
  readonly extra: Readonly<Record<string, unknown>>;
  /** Entries that were not understood, as they stand in the file; hand them back to `serialiseFeeds` too. */
  readonly broken: readonly unknown[];
}

/**
 * Reads `{ "format": "lectern-feeds", "version": 1, "feeds": [{ id, title, source, schedule }] }`. Never throws: a bad entry is left
 * out and listed as a problem. An empty text is a file with no feeds yet.
 */
export function parseFeeds(text: string): ParsedFeeds {
  const bare = text.replace(/^\uFEFF/u, '');
  if (bare.trim() === '') {
    return { feeds: [], problems: [], readOnly: false, extra: {}, broken: [] };
  }
  let file: unknown;
  try {
    file = JSON.parse(bare);
  } catch (error) {
    return unusable(`The feeds are not valid JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const { format, version, feeds: entries, ...extra } = isRecord(file) ? file : {};
  if (format !== FORMAT || typeof version !== 'number' || !Array.isArray(entries)) {
    return unusable(`This file does not hold feeds: "format" must be "${FORMAT}", "version" a number and "feeds" a list.`);
  }
  const feeds = new Map<FeedId, Feed>();
  const problems: string[] = [];
  const broken: unknown[] = [];
  for (const [index, entry] of entries.entries()) {
    const feed = readFeed(entry);
    const problem = typeof feed === 'string' ? feed : feeds.has(feed.id) ? `Another feed is called "${feed.id}" already.` : undefined;
    if (problem !== undefined) {
      problems.push(`Feed ${index + 1} is left out. ${problem}`);
      broken.push(entry);
    } else if (typeof feed !== 'string') {
      feeds.set(feed.id, feed);
    }
  }
  const readOnly = version > VERSION;
  if (readOnly) {
    problems.unshift(`The feeds are from a newer Lectern (format version ${version}) and cannot be changed with this one.`);
  }
  return { feeds: [...feeds.values()], problems, readOnly, extra, broken };
}

/** The file's text: feeds in their order, then what was not understood. */
export function serialiseFeeds(feeds: readonly Feed[], { extra = {}, broken = [] }: Partial<Pick<ParsedFeeds, 'extra' | 'broken'>> = {}): string {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, feeds: [...feeds, ...broken], ...extra }, undefined, 2)}\n`;
}

function unusable(problem: string): ParsedFeeds {
  return { feeds: [], problems: [problem], readOnly: true, extra: {}, broken: [] };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
