import type { IsoDate } from '../paper';
import type { MonthDay } from '../dates';
import { isoDate, monthNumber } from '../dates';

/** A line of a Daily Papers page, by what it can be without looking at its neighbours. */
export type PageLine =
  | { readonly kind: 'blank' }
  | { readonly kind: 'authors'; readonly count: number }
  | { readonly kind: 'separator' }
  | PageDate
  | PageDay
  | { readonly kind: 'text' };

/** `May 16, 2025`, with the number of comments after it if there are any. */
export interface PageDate {
  readonly kind: 'date';
  /** Absent when the calendar has no such day. */
  readonly date?: IsoDate;
  readonly comments?: number;
}

/** `May 16`, as a page writes dates of the year it is seen in, with the number of comments after it if there are any. */
export interface PageDay {
  readonly kind: 'day';
  readonly day: MonthDay;
  readonly comments?: number;
}

/** No line with a meaning of its own is longer; keeps the patterns away from long abstracts. */
const LONGEST_MARK = 64;

const AUTHORS = /^(?:[•‣∙]\s*)?(\d{1,3}(?:,\d{3})+|\d{1,6})\s+authors?$/u;
const DATE = /^([A-Za-z]{3,9}\.?)\s+(\d{1,2})(?:,\s*|\s+)(\d{4})(?:\s+(\d{1,7}))?$/u;
const DAY = /^([A-Za-z]{3,9}\.?)\s+(\d{1,2})(?:\s+(\d{1,7}))?$/u;
const DATE_REMAINS = /^([A-Za-z]{3,9})\.?(?:\s+\d[\d\s,]*)?$/u;
const OTHER_DATE = /^(?:\d[\d./-]*|[A-Za-z]{3,9}\.?\s+\d{1,2},\s*\d{4}(?:\s+\d+)?)$/u;

/** Page furniture around the list. Only looked for between papers, never inside an abstract. */
const FURNITURE: readonly RegExp[] = [
  /^(?:buckets )?new$/iu,
  /^get trending papers in your email inbox( once a day)?!?$/iu,
  /^(subscribe|log ?in|sign up|search|menu|home|hugging face(?:'s logo)?)$/iu,
  /^(models|datasets|spaces|community|posts|docs|enterprise|solutions|pricing|buckets|papers)$/iu,
  /^(?:[-*•]\s+)?(daily|weekly|monthly|trending papers|previous|next|today)$/iu,
  /^by(\s*ak\b.{0,40})?$/iu,
  /^ak$/iu,
  /^and the research community$/iu,
];

const HEADING = /^(#{1,6}\s*)?(daily|trending) papers( - hugging face)?$/iu;

/**
 * Splits a text into lines at CRLF, LF or CR. Lines lose blanks at their end (no-break spaces
 * and a byte-order mark count as blanks) and keep everything else.
 */
export function splitLines(text: string): readonly string[] {
  return text.replace(/^\uFEFF/u, '').split(/\r\n|\n|\r/u).map((line) => line.trimEnd());
}

export function classifyLine(line: string): PageLine {
  if (line === '') {
    return { kind: 'blank' };
  }
  if (line.length > LONGEST_MARK) {
    return { kind: 'text' };
  }
  const mark = line.trim();
  if (mark === '·') {
    return { kind: 'separator' };
  }
  const authors = AUTHORS.exec(mark);
  if (authors?.[1] !== undefined) {
    return { kind: 'authors', count: Number(authors[1].replaceAll(',', '')) };
  }
  return classifyDate(mark) ?? { kind: 'text' };
}

/** True for a line that, standing where a date belongs, is one that cannot be read: `Aug 17, 20`, `May 16`, `2025-05-16`. */
export function isBrokenDate(line: string): boolean {
  const mark = line.trim();
  if (mark.length > LONGEST_MARK) {
    return false;
  }
  const word = DATE_REMAINS.exec(mark)?.[1];
  return OTHER_DATE.test(mark) || (word !== undefined && monthNumber(word) !== undefined);
}

export function isFurniture(line: string): boolean {
  const mark = line.trim();
  return mark.length <= LONGEST_MARK && (HEADING.test(mark) || FURNITURE.some((pattern) => pattern.test(mark)));
}

/** True for the name of the page at its top. */
export function isPageHeading(line: string): boolean {
  const mark = line.trim();
  return mark.length <= LONGEST_MARK && HEADING.test(mark);
}

function classifyDate(mark: string): PageLine | undefined {
  const [, month, day, year, comments] = DATE.exec(mark) ?? withoutYear(mark);
  const monthOfYear = monthNumber(month ?? '');
  if (monthOfYear === undefined) {
    return undefined;
  }
  const counted = comments === undefined ? {} : { comments: Number(comments) };
  if (year === undefined) {
    return { kind: 'day', day: { month: monthOfYear, day: Number(day) }, ...counted };
  }
  const date = isoDate(Number(year), monthOfYear, Number(day));
  return { kind: 'date', ...(date === undefined ? {} : { date }), ...counted };
}

function withoutYear(mark: string): readonly (string | undefined)[] {
  const [all, month, day, comments] = DAY.exec(mark) ?? [];
  return [all, month, day, undefined, comments];
}
