import type { PaperKey } from './paper';
import { MOST_TAGS, normaliseTag, tidyTags, type Tag } from './tags';

const FORMAT = 'lectern-reading';
const VERSION = 1;

export const READING_STATUSES = ['unread', 'reading', 'read'] as const;
export type ReadingStatus = (typeof READING_STATUSES)[number];

/** What the user has set on one paper. A paper without an entry is unread, not starred and has no tags. */
export interface Reading {
  readonly status: ReadingStatus;
  readonly starred: boolean;
  /** In order, each once. */
  readonly tags: readonly Tag[];
}

export const UNREAD: Reading = { status: 'unread', starred: false, tags: [] };

export type Readings = Readonly<Record<PaperKey, Reading>>;

/** What is set on a paper, `UNREAD` when nothing is. Safe for keys that every object has, such as `constructor`. */
export function readingOf(readings: Readings, key: PaperKey): Reading {
  return (Object.hasOwn(readings, key) ? readings[key] : undefined) ?? UNREAD;
}

/** What to set on a paper, from what is set on it. */
export type ReadingChange = (before: Reading) => Partial<Reading>;

/** The readings with a change to some papers; the same object when nothing changes. What else an entry holds is kept. */
export function withReadings(readings: Readings, keys: readonly PaperKey[], change: ReadingChange): Readings {
  const changed = new Map<PaperKey, Reading>();
  for (const key of keys) {
    const before = readingOf(readings, key);
    const set = { ...before, ...change(before) };
    const after = { ...set, tags: tidyTags(set.tags) };
    if (!isSameReading(before, after)) {
      changed.set(key, after);
    }
  }
  if (changed.size === 0) {
    return readings;
  }
  const entries = [...Object.entries(readings).filter(([key]) => !changed.has(key)), ...[...changed].filter(([, reading]) => !isDefault(reading))];
  return Object.fromEntries(entries);
}

/** The papers on which something else is set in one than in the other. */
export function changedReadings(one: Readings, other: Readings): readonly PaperKey[] {
  if (one === other) {
    return [];
  }
  const differs = (key: PaperKey) => !isSameReading(readingOf(one, key), readingOf(other, key));
  return [...Object.keys(one).filter(differs), ...Object.keys(other).filter((key) => !Object.hasOwn(one, key) && differs(key))];
}

/** All tags in use, in order, with how many papers have each. */
export function tagCounts(readings: Readings): ReadonlyMap<Tag, number> {
  const counts = new Map<Tag, number>();
  for (const { tags } of Object.values(readings)) {
    for (const tag of tags) {
      counts.set(tag, (counts.get(tag) ?? 0) + 1);
    }
  }
  return new Map([...counts].sort(([one], [other]) => compareKeys(one.toLowerCase(), other.toLowerCase()) || compareKeys(one, other)));
}

export interface ParsedReadings {
  /** Entries keep fields this version does not know. */
  readonly readings: Readings;
  /** What is wrong and where, in words for the reader. */
  readonly problems: readonly string[];
  /** True when the file must not be written over: a newer Lectern wrote it, or it is no readings file at all. */
  readonly readOnly: boolean;
  /** Top-level fields this version does not know; hand them back to `serialiseReadings`. */
  readonly extra: Readonly<Record<string, unknown>>;
  /** Entries that were not understood, as they stand in the file; hand them back to `serialiseReadings` too. */
  readonly broken: Readonly<Record<PaperKey, unknown>>;
}

/** A file's readings with a change to some papers. What was not understood of those gives way; of the others it is kept. */
export function changeReadings(file: ParsedReadings, keys: readonly PaperKey[], change: ReadingChange): ParsedReadings {
  const given = new Set(keys);
  return {
    ...file,
    readings: withReadings(file.readings, keys, change),
    broken: Object.fromEntries(Object.entries(file.broken).filter(([key]) => !given.has(key))),
  };
}

/**
 * Reads `{ "format": "lectern-reading", "version": 1, "papers": { key: { status, starred, tags } } }`; `tags` may be absent. Never throws: a bad entry is
 * read as far as it goes and listed as a problem. An empty text is a file with no entries yet.
 */
export function parseReadings(text: string): ParsedReadings {
  if (text.replace(/^\uFEFF/u, '').trim() === '') {
    return { readings: {}, problems: [], readOnly: false, extra: {}, broken: {} };
  }
  const file = parseJson(text);
  if (typeof file === 'string') {
    return unusable(`The reading states are not valid JSON: ${file}`);
  }
  const { format, version, papers, ...extra } = file;
  if (format !== FORMAT || typeof version !== 'number' || !isRecord(papers)) {
    return unusable(`This file does not hold reading states: "format" must be "${FORMAT}", "version" a number and "papers" an object.`);
  }
  const problems: string[] = [];
  const broken: [PaperKey, unknown][] = [];
  const readings = Object.fromEntries(
    Object.entries(papers).flatMap(([key, entry]): [PaperKey, Reading][] => {
      const known = problems.length;
      const reading = readEntry(key, entry, problems);
      if (problems.length > known) {
        broken.push([key, entry]);
      }
      return reading === undefined ? [] : [[key, reading]];
    }),
  );
  const readOnly = version > VERSION;
  if (readOnly) {
    problems.unshift(`The reading states are from a newer Lectern (format version ${version}) and cannot be changed with this one.`);
  }
  return { readings, problems, readOnly, extra, broken: Object.fromEntries(broken) };
}

/** The file's text: papers in order of their keys, so that a change moves no other line. */
export function serialiseReadings(readings: Readings, { extra = {}, broken = {} }: Partial<Pick<ParsedReadings, 'extra' | 'broken'>> = {}): string {
  const entries = new Map<PaperKey, unknown>([...Object.entries(readings).map(([key, reading]) => [key, writeEntry(reading)] as const), ...Object.entries(broken)]);
  const papers = Object.fromEntries([...entries].sort(([one], [other]) => compareKeys(one, other)));
  return `${JSON.stringify({ format: FORMAT, version: VERSION, papers, ...extra }, undefined, 2)}\n`;
}

function readEntry(key: PaperKey, entry: unknown, problems: string[]): Reading | undefined {
  if (!isRecord(entry)) {
    problems.push(`The entry of "${key}" is not an object. The paper is taken as unread.`);
    return undefined;
  }
  const { status, starred, tags = [], ...more } = entry;
  if (status !== undefined && !isStatus(status)) {
    problems.push(`The status of "${key}" is none of ${READING_STATUSES.join(', ')}. The paper is taken as unread.`);
  }
  if (starred !== undefined && typeof starred !== 'boolean') {
    problems.push(`"starred" of "${key}" is neither true nor false. The paper is taken as not starred.`);
  }
  return { status: isStatus(status) ? status : 'unread', starred: starred === true, tags: readTags(key, tags, problems), ...more };
}

function readTags(key: PaperKey, tags: unknown, problems: string[]): readonly Tag[] {
  const texts = Array.isArray(tags) ? tags.filter((tag) => typeof tag === 'string') : [];
  const understood = texts.filter((text) => normaliseTag(text) !== undefined).slice(0, MOST_TAGS);
  if (!Array.isArray(tags) || understood.length < tags.length) {
    problems.push(`"tags" of "${key}" is not a list of at most ${MOST_TAGS} short texts. What is none is left out.`);
  }
  return tidyTags(understood);
}

/** A paper without tags is written as before there were any. */
function writeEntry({ tags, ...more }: Reading): unknown {
  return tags.length === 0 ? more : { ...more, tags };
}

function isSameReading(one: Reading, other: Reading): boolean {
  return (
    one.status === other.status &&
    one.starred === other.starred &&
    one.tags.length === other.tags.length &&
    one.tags.every((tag, index) => tag === other.tags[index])
  );
}

/** Whether an entry says no more than a missing one. */
function isDefault(reading: Reading): boolean {
  return isSameReading(reading, UNREAD) && Object.keys(reading).length === Object.keys(UNREAD).length;
}

function compareKeys(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function unusable(problem: string): ParsedReadings {
  return { readings: {}, problems: [problem], readOnly: true, extra: {}, broken: {} };
}

/** @returns the object, or what is wrong with the text */
function parseJson(text: string): Record<string, unknown> | string {
  try {
    const json: unknown = JSON.parse(text.replace(/^\uFEFF/u, ''));
    return isRecord(json) ? json : {};
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isStatus(value: unknown): value is ReadingStatus {
  return READING_STATUSES.some((status) => status === value);
}
