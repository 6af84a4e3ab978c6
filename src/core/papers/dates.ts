import type { IsoDate } from './paper';

export const MONTH_NAMES = [
  'January', 'February', 'March', 'April', 'May', 'June',
  'July', 'August', 'September', 'October', 'November', 'December',
] as const;

/** A day of any year. */
export interface MonthDay {
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

/** Years outside this range are taken for misprints, not dates. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;

/** Longest wait for 29 February is the eight years around a century that is no leap year. */
const LONGEST_LEAP_GAP = 8;

/** Number of the month that a word names (`May`, `Sept.`, `october`), or `undefined`. */
export function monthNumber(word: string): number | undefined {
  const name = word.replace(/\.$/, '').toLowerCase();
  if (name.length < 3) {
    return undefined;
  }
  const index = MONTH_NAMES.findIndex((month) => month.toLowerCase().startsWith(name));
  return index < 0 ? undefined : index + 1;
}

/** The date of a day of the Gregorian calendar, or `undefined` where there is no such day. */
export function isoDate(year: number, month: number, day: number): IsoDate | undefined {
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month))) {
    return undefined;
  }
  return `${year}-${twoDigits(month)}-${twoDigits(day)}`;
}

/** The first date on this day of the year that is not before `earliest`, or `undefined` where there is no such day. */
export function firstDateFrom(earliest: IsoDate, { month, day }: MonthDay): IsoDate | undefined {
  const year = Number(earliest.slice(0, 4));
  for (let ahead = 0; ahead <= LONGEST_LEAP_GAP; ahead++) {
    const date = isoDate(year + ahead, month, day);
    if (date !== undefined && date >= earliest) {
      return date;
    }
  }
  return undefined;
}

/** `2026-01-09` as `9 January 2026`; any other text as it stands. */
export function longDate(date: IsoDate): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date) ?? [];
  const name = MONTH_NAMES[Number(month) - 1];
  return name === undefined ? date : `${Number(day)} ${name} ${year}`;
}

function daysIn(year: number, month: number): number {
  if (month === 2) {
    return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  }
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
