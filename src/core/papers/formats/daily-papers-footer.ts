import type { IsoDate, Organisation } from '../paper';
import type { MonthDay } from '../dates';
import type { PageDate, PageDay, PageLine } from './daily-papers-lines';
import { isBrokenDate } from './daily-papers-lines';

/** The small print under a paper: who, a middle dot, when. Parts that are missing from the text are absent. */
export interface Footer {
  /** Index of the line after it. */
  readonly end: number;
  readonly authorCount?: number;
  readonly published?: IsoDate;
  /** The date, where it has no year. */
  readonly day?: MonthDay;
  readonly comments?: number;
  /** Index of a date that cannot be read. */
  readonly brokenDate?: number;
  /** Index of a part given twice with different content; the first one counts. */
  readonly contradiction?: number;
}

/** Order of the parts. A part of a lower rank than the one before belongs to the next paper. */
const RANK = { authors: 0, separator: 1, date: 2, day: 2 } as const;

/**
 * Reads the footer that starts at line `start`. Any of its three parts may be missing and blank
 * lines may stand between them, so that a footer is still found after lines were lost.
 */
export function readFooter(lines: readonly string[], kinds: readonly PageLine[], start: number): Footer {
  const found: Draft = { end: start };
  let rank = -1;
  for (let index = start; index < kinds.length; index++) {
    const part = partAt(lines, kinds, index);
    if (part === 'blank') {
      continue;
    }
    if (part === undefined || RANK[part.kind] < rank) {
      break;
    }
    if (part.kind === 'authors') {
      found.authorCount ??= part.count;
      if (found.authorCount !== part.count) {
        found.contradiction ??= index;
      }
    } else if (part.kind === 'date') {
      readDate(found, part, index);
    } else if (part.kind === 'day') {
      readDay(found, part, index);
    }
    rank = RANK[part.kind];
    found.end = index + 1;
  }
  return found;
}

type Draft = { -readonly [Part in keyof Footer]: Footer[Part] };

function readDate(found: Draft, { date, comments }: PageDate, index: number): void {
  if (date === undefined) {
    found.brokenDate ??= index;
  } else if (found.published === undefined) {
    found.published = date;
  } else if (found.published !== date || found.comments !== comments) {
    found.contradiction ??= index;
    return;
  }
  if (comments !== undefined) {
    found.comments ??= comments;
  }
}

function readDay(found: Draft, { day, comments }: PageDay, index: number): void {
  if (found.published !== undefined || (found.day !== undefined && (found.day.month !== day.month || found.day.day !== day.day))) {
    found.contradiction ??= index;
    return;
  }
  found.day ??= day;
  if (comments !== undefined) {
    found.comments ??= comments;
  }
}

type FooterPart = Extract<PageLine, { kind: keyof typeof RANK }>;

function partAt(lines: readonly string[], kinds: readonly PageLine[], index: number): FooterPart | 'blank' | undefined {
  const line = kinds[index];
  if (line === undefined || line.kind === 'blank') {
    return line?.kind;
  }
  if (line.kind === 'day') {
    return isAfterSeparator(kinds, index) ? line : undefined;
  }
  if (line.kind !== 'text') {
    return line;
  }
  return kinds[index - 1]?.kind === 'separator' && isBrokenDate(lines[index] ?? '') ? { kind: 'date' } : undefined;
}

/** Blank lines that may stand between the separator and a date without a year. */
const LONGEST_GAP = 2;

function isAfterSeparator(kinds: readonly PageLine[], index: number): boolean {
  let before = index - 1;
  while (index - before <= LONGEST_GAP && kinds[before]?.kind === 'blank') {
    before--;
  }
  return kinds[before]?.kind === 'separator';
}

const ORGANISATION = /^([A-Za-z0-9][\w.-]{0,63})(?:\s+(\S.*))?$/u;
const LONGEST_ORGANISATION = 120;
/** A line of this many words that ends like a sentence is prose, whatever its first word. */
const WORDS_OF_PROSE = 8;

/** Reads `slug Name`, or `undefined` for a line that cannot be an organisation. */
export function readOrganisation(line: string): Organisation | undefined {
  const text = line.trim();
  const [, slug, name] = ORGANISATION.exec(text.slice(0, LONGEST_ORGANISATION + 1)) ?? [];
  if (slug === undefined || text.length > LONGEST_ORGANISATION || (/[.!?]$/u.test(text) && text.split(/\s+/u).length >= WORDS_OF_PROSE)) {
    return undefined;
  }
  return { slug, name: name ?? slug };
}

/**
 * True when the slug is evidently made from the name (`google` and `Google`, `HKUST` and `Hong Kong
 * University of Science and Technology`). Slugs that are not so made exist; a short sentence that is passes seldom.
 */
export function slugFitsName({ slug, name }: Organisation): boolean {
  const [short, long] = [squash(slug), squash(name)];
  const initials = name.split(/\s+/u).map((word) => squash(word).charAt(0)).join('');
  return short.length >= 2 && long.length >= 2 &&
    (long.startsWith(short.slice(0, 4)) || short.startsWith(long.slice(0, 4)) || initials.startsWith(short.slice(0, 3)));
}

function squash(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/gu, '');
}
