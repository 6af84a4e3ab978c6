import type { PaperKey } from './paper';

const FORMAT = 'lectern-reading';
const VERSION = 1;

export const READING_STATUSES = ['unread', 'reading', 'read'] as const;
export type ReadingStatus = (typeof READING_STATUSES)[number];

/** What the user has set on one paper. A paper without an entry is unread and not starred. */
export interface Reading {
  readonly status: ReadingStatus;
  readonly starred: boolean;
}

export const UNREAD: Reading = { status: 'unread', starred: false };

export type Readings = Readonly<Record<PaperKey, Reading>>;

/** What is set on a paper, `UNREAD` when nothing is. Safe for keys that every object has, such as `constructor`. */
export function readingOf(readings: Readings, key: PaperKey): Reading {
  return (Object.hasOwn(readings, key) ? readings[key] : undefined) ?? UNREAD;
}

/** The readings with a change to one paper; the same object when nothing changes. What else an entry holds is kept. */
export function withReading(readings: Readings, key: PaperKey, change: Partial<Reading>): Readings {
  const before = readingOf(readings, key);
  const after = { ...before, ...change };
  if (after.status === before.status && after.starred === before.starred) {
    return readings;
  }
  const isDefault = after.status === UNREAD.status && after.starred === UNREAD.starred;
  const hasMore = Object.keys(after).length > Object.keys(UNREAD).length;
  const others = Object.entries(readings).filter(([other]) => other !== key);
  return Object.fromEntries(isDefault && !hasMore ? others : [...others, [key, after]]);
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
export function changeReadings(file: ParsedReadings, keys: readonly PaperKey[], change: Partial<Reading>): ParsedReadings {
  return {
    ...file,
    readings: keys.reduce((readings, key) => withReading(readings, key, change), file.readings),
    broken: Object.fromEntries(Object.entries(file.broken).filter(([key]) => !keys.includes(key))),
  };
}

/**
 * Reads `{ "format": "lectern-reading", "version": 1, "papers": { key: { status, starred } } }`. Never throws: a bad entry is
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
  const entries = new Map<PaperKey, unknown>([...Object.entries(readings), ...Object.entries(broken)]);
  const papers = Object.fromEntries([...entries].sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0)));
  return `${JSON.stringify({ format: FORMAT, version: VERSION, papers, ...extra }, undefined, 2)}\n`;
}

function readEntry(key: PaperKey, entry: unknown, problems: string[]): Reading | undefined {
  if (!isRecord(entry)) {
    problems.push(`The entry of "${key}" is not an object. The paper is taken as unread.`);
    return undefined;
  }
  const { status, starred, ...more } = entry;
  if (status !== undefined && !isStatus(status)) {
    problems.push(`The status of "${key}" is none of ${READING_STATUSES.join(', ')}. The paper is taken as unread.`);
  }
  if (starred !== undefined && typeof starred !== 'boolean') {
    problems.push(`"starred" of "${key}" is neither true nor false. The paper is taken as not starred.`);
  }
  return { status: isStatus(status) ? status : 'unread', starred: starred === true, ...more };
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
