import type { ShownDate } from './daily-papers-years';
import { readPeriod } from './daily-papers-period';
import { classifyLine } from './daily-papers-lines';

/** Small print of a Daily Papers page that has a meaning of its own. */
export type Mark =
  | { readonly kind: 'separator' }
  | { readonly kind: 'authors'; readonly count: number }
  | { readonly kind: 'date'; readonly date: ShownDate; readonly comments?: number }
  /** A count with its name, or the box one ticks to vote. */
  | { readonly kind: 'upvotes' | 'comments'; readonly count: number }
  /** A number alone. */
  | { readonly kind: 'number'; readonly count: number }
  /** The next text is the name of who suggested the paper. */
  | { readonly kind: 'submitter'; readonly named: boolean };

const LONGEST_MARK = 120;

const COUNT = String.raw`(\d{1,3}(?:,\d{3})+|\d{1,7}(?:\.\d)?k?|-)`;
const BOX = new RegExp(String.raw`^(?:[-*]\s*)?\\?\[[-x ]?\\?\]\s*(?:upvotes?\s*)?${COUNT}(?:\s*upvotes?)?$`, 'iu');
const UPVOTES = new RegExp(String.raw`^(?:upvotes?:?\s*${COUNT}|${COUNT}\s*(?:upvotes?|likes?|votes?)|[▲△⬆👍🔺❤]\uFE0F?\s*${COUNT})$`, 'iu');
const COMMENTS = new RegExp(String.raw`^(?:comments?:?\s*${COUNT}|${COUNT}\s*comments?|💬\uFE0F?\s*${COUNT})$`, 'iu');
const NUMBER = new RegExp(`^${COUNT}$`, 'iu');
const SUBMITTER = /^submitted\s*by:?(\s+\S.{0,60})?$/iu;
const AUTHORS = /(?:^|[-•‣∙*\s])(\d{1,3}(?:,\d{3})+|\d{1,6})\s+authors?$/u;

/** Reads one piece of small print, or `undefined` for any other text. */
export function readMark(text: string): Mark | undefined {
  const mark = text.trim();
  if (mark === '' || mark.length > LONGEST_MARK) {
    return undefined;
  }
  const line = classifyLine(mark.replace(/^(?:published|listed)(?:\s+on)?:?\s+/iu, ''));
  switch (line.kind) {
    case 'separator':
      return line;
    case 'authors':
      return line;
    case 'date':
      return line.date === undefined ? undefined : { ...line, date: line.date };
    case 'day':
      return { kind: 'date', date: line.day, ...(line.comments === undefined ? {} : { comments: line.comments }) };
    case 'text':
    case 'blank':
      return readDay(mark) ?? readCount(mark);
  }
}

/** The number of authors at the end of a text that may list their pictures first. */
export function readAuthorCount(text: string): number | undefined {
  const count = AUTHORS.exec(text.trim().slice(-LONGEST_MARK))?.[1];
  return count === undefined ? undefined : Number(count.replaceAll(',', ''));
}

/** A count as the page writes it: `24`, `1,204`, `1.2k`, `-` for none. */
export function readNumber(text: string): number | undefined {
  const count = NUMBER.exec(text.trim())?.[1];
  return count === undefined ? undefined : numberOf(count);
}

function readCount(mark: string): Mark | undefined {
  const upvotes = firstGroup(BOX, mark) ?? firstGroup(UPVOTES, mark);
  if (upvotes !== undefined) {
    return { kind: 'upvotes', count: numberOf(upvotes) };
  }
  const comments = firstGroup(COMMENTS, mark);
  if (comments !== undefined) {
    return { kind: 'comments', count: numberOf(comments) };
  }
  const submitter = SUBMITTER.exec(mark);
  if (submitter !== null) {
    return { kind: 'submitter', named: submitter[1] !== undefined };
  }
  const count = readNumber(mark);
  return count === undefined ? undefined : { kind: 'number', count };
}

/** A day in digits: `2025-03-04`, a time stamp. */
function readDay(mark: string): Mark | undefined {
  const date = /^\d{4}-\d{2}-\d{2}(?:T|$)/u.test(mark) ? readPeriod(mark) : undefined;
  return date === undefined ? undefined : { kind: 'date', date };
}

function firstGroup(pattern: RegExp, text: string): string | undefined {
  const groups: readonly (string | undefined)[] = pattern.exec(text)?.slice(1) ?? [];
  return groups.find((group) => group !== undefined);
}

function numberOf(count: string): number {
  if (count === '-') {
    return 0;
  }
  return /k$/iu.test(count) ? Math.round(Number(count.slice(0, -1)) * 1000) : Number(count.replaceAll(',', ''));
}
