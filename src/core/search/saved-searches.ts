import { LONGEST_QUERY } from './search-query';

const FORMAT = 'lectern-searches';
const VERSION = 1;

export const LONGEST_SEARCH_NAME = 100;

/** A query with a name. */
export interface SavedSearch {
  /** One line; no two have the same, whatever their case. */
  readonly name: string;
  readonly query: string;
}

export interface SavedSearchFile {
  /** As in the file. Entries keep fields this version does not know. */
  readonly searches: readonly SavedSearch[];
  /** What is wrong and where, in words for the reader. */
  readonly problems: readonly string[];
  /** True when the file must not be written over: a newer Lectern wrote it, or it is no file of searches at all. */
  readonly readOnly: boolean;
  /** Top-level fields this version does not know. */
  readonly extra: Readonly<Record<string, unknown>>;
  /** Entries that were not understood, as they stand in the file. */
  readonly broken: readonly unknown[];
}

/**
 * Reads `{ "format": "lectern-searches", "version": 1, "searches": [{ "name": …, "query": … }] }`. Never throws: a bad entry is
 * left out, listed as a problem and kept in `broken`. An empty text is a file without searches.
 */
export function parseSavedSearches(text: string): SavedSearchFile {
  const bare = text.replace(/^\uFEFF/u, '');
  if (bare.trim() === '') {
    return { searches: [], problems: [], readOnly: false, extra: {}, broken: [] };
  }
  let json: unknown;
  try {
    json = JSON.parse(bare);
  } catch (error) {
    return unusable(`The saved searches are not valid JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const { format, version, searches: entries, ...extra } = isRecord(json) ? json : {};
  if (format !== FORMAT || typeof version !== 'number' || !Array.isArray(entries)) {
    return unusable(`This file does not hold saved searches: "format" must be "${FORMAT}", "version" a number and "searches" a list.`);
  }
  const searches: SavedSearch[] = [];
  const broken: unknown[] = [];
  const problems: string[] = [];
  (entries as readonly unknown[]).forEach((entry, index) => {
    const search = readEntry(entry);
    const problem = typeof search === 'string' ? search : searchNamed(searches, search.name) && `its name "${search.name}" is taken already`;
    if (problem === undefined && typeof search !== 'string') {
      searches.push(search);
    } else {
      broken.push(entry);
      problems.push(`Search ${index + 1} cannot be used: ${problem ?? ''}.`);
    }
  });
  const readOnly = version > VERSION;
  if (readOnly) {
    problems.unshift(`The saved searches are from a newer Lectern (format version ${version}) and cannot be changed with this one.`);
  }
  return { searches, problems, readOnly, extra, broken };
}

export function serialiseSavedSearches({ searches, extra, broken }: Pick<SavedSearchFile, 'searches' | 'extra' | 'broken'>): string {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, searches: [...searches, ...broken], ...extra }, undefined, 2)}\n`;
}

/** What is wrong with a name, or `undefined`. */
export function problemOfName(name: string): 'empty' | 'long' | undefined {
  return cleanName(name) === '' ? 'empty' : cleanName(name).length > LONGEST_SEARCH_NAME ? 'long' : undefined;
}

/** The search of a name, whatever its case. */
export function searchNamed(searches: readonly SavedSearch[], name: string): SavedSearch | undefined {
  const sought = cleanName(name).toLowerCase();
  return searches.find((search) => search.name.toLowerCase() === sought);
}

/** With a search under a name; one that had the name gets the new query and stays where it is. */
export function withSearch(searches: readonly SavedSearch[], name: string, query: string): readonly SavedSearch[] {
  const present = searchNamed(searches, name);
  const search = { ...present, name: cleanName(name), query: query.trim().slice(0, LONGEST_QUERY) };
  return present ? searches.map((other) => (other === present ? search : other)) : [...searches, search];
}

/** With another name for a search; the same list when there is no such search. Another search that had the name gives way. */
export function renamed(searches: readonly SavedSearch[], name: string, to: string): readonly SavedSearch[] {
  const present = searchNamed(searches, name);
  if (!present) {
    return searches;
  }
  const replaced = searchNamed(searches, to);
  return searches.flatMap((other) => (other === present ? [{ ...present, name: cleanName(to) }] : other === replaced ? [] : [other]));
}

export function withoutSearch(searches: readonly SavedSearch[], name: string): readonly SavedSearch[] {
  const present = searchNamed(searches, name);
  return present ? searches.filter((other) => other !== present) : searches;
}

/** @returns the search, or what is wrong with it */
function readEntry(entry: unknown): SavedSearch | string {
  if (!isRecord(entry)) {
    return 'it is not an object';
  }
  const { name, query } = entry;
  if (typeof name !== 'string' || problemOfName(name) !== undefined) {
    return `"name" must be a text of at most ${LONGEST_SEARCH_NAME} characters`;
  }
  if (typeof query !== 'string' || query.trim() === '' || query.length > LONGEST_QUERY) {
    return `"query" must be a text of at most ${LONGEST_QUERY} characters`;
  }
  return { ...entry, name: cleanName(name), query };
}

function cleanName(name: string): string {
  return name.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
}

function unusable(problem: string): SavedSearchFile {
  return { searches: [], problems: [problem], readOnly: true, extra: {}, broken: [] };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
