import type { IsoDate } from '../paper';
import { isoDate, monthNumber } from '../dates';

/** A day, or as much of it as a source gives. */
export interface WrittenDate {
  readonly published?: IsoDate;
  /** Absent when `published` is there. */
  readonly year?: number;
  /** True when the text says no more than this. */
  readonly whole: boolean;
}

/**
 * Reads a date of a bibliography: `2022-05-27`, `2022/05/27/`, `2022///`, `27 May 2022`, `May 27, 2022`, `2022`. Of a range the first day counts.
 * `undefined` where there is no year.
 */
export function readWrittenDate(text: string): WrittenDate | undefined {
  const date = text.slice(0, 200).trim();
  const [numeric = '', year, month, day] = /^(\d{4})(?:[-/](\d{1,2})?(?:[-/](\d{1,2})?)?)?(?=$|[T\s/])\/{0,2}/u.exec(date) ?? [];
  if (year !== undefined) {
    const rest = date.slice(numeric.length);
    return dateOf(year, Number(month ?? 0), Number(day ?? 0), rest === '' || rest.startsWith('T'));
  }
  const yearInside = yearIn(date);
  return yearInside === undefined ? undefined : { ...datedInWords(yearInside, date.replace(yearInside, ' ')), whole: date === yearInside || /[A-Za-z]/u.test(date) };
}

/** A date from the parts that BibTeX gives: the month as a word, an abbreviation or a number, perhaps with the day. */
export function dateFromParts(year: string, month: string, day: string): WrittenDate | undefined {
  const found = yearIn(year);
  if (found === undefined) {
    return undefined;
  }
  const number = Number(/^\s*(\d{1,2})\s*$/u.exec(month)?.[1] ?? 0);
  const dayNumber = Number(/^\s*(\d{1,2})\s*$/u.exec(day)?.[1] ?? 0);
  const date = number > 0 ? dateOf(found, number, dayNumber, true) : datedInWords(found, `${month} ${day}`);
  return { ...date, whole: year.trim() === found };
}

function datedInWords(year: string, words: string): Omit<WrittenDate, 'whole'> {
  const month = (words.match(/[A-Za-z]{3,9}/gu) ?? []).slice(0, 5).map(monthNumber).find((number) => number !== undefined);
  const day = /(?<!\d)(\d{1,2})(?!\d)/u.exec(words)?.[1];
  return dateOf(year, month ?? 0, Number(day ?? 0), true);
}

function dateOf(year: string, month: number, day: number, whole: boolean): WrittenDate {
  const published = isoDate(Number(year), month, day);
  return published === undefined ? { year: Number(year), whole: whole && month === 0 } : { published, whole };
}

function yearIn(text: string): string | undefined {
  return /(?<!\d)(?:1[4-9]|2[01])\d{2}(?!\d)/u.exec(text.slice(0, 200))?.[0];
}
