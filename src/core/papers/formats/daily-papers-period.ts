import type { IsoDate } from '../paper';
import { isoDate, longDate, MONTH_NAMES, monthNumber } from '../dates';

/** What a Daily Papers page or answer is of: a day (`2025-03-04`), an ISO week (`2025-W09`) or a month (`2025-02`). */
export type Period = string;

const DAY_MS = 86_400_000;

const DAY = /^(\d{4})-(\d{2})-(\d{2})(?:T|$)/u;
const WEEK = /^(\d{4})-W(\d{2})$/iu;
const MONTH = /^(\d{4})-(\d{2})$/u;
/** In words: `Week 9, 2025`, `W09 2025`, `February 2025`. */
const WEEK_IN_WORDS = /^w(?:eek)?\s*(\d{1,2})\s*(?:,|of|-)?\s*(\d{4})$/iu;
const MONTH_IN_WORDS = /^([a-z]{3,9})\.?,?\s+(\d{4})$/iu;
/** The days a week lasts: `Feb 24 - Mar 2, 2025`. */
const WEEK_AS_DAYS = /^[a-z]{3,9}\.?\s+\d{1,2}(?:,\s*\d{4})?\s*[-–—]\s*(?:([a-z]{3,9})\.?\s+)?(\d{1,2}),\s*(\d{4})$/iu;
const LONGEST_PERIOD = 64;

/** Reads a period in the form of addresses and of answers (`2025-W09`, a time stamp), or `undefined`. */
export function readPeriod(text: string): Period | undefined {
  const code = text.trim().slice(0, LONGEST_PERIOD);
  const [, year, month, day] = DAY.exec(code) ?? [];
  if (day !== undefined) {
    return isoDate(Number(year), Number(month), Number(day));
  }
  const [, weekYear, week] = WEEK.exec(code) ?? [];
  if (week !== undefined) {
    return weekPeriod(Number(weekYear), Number(week));
  }
  const [, monthYear, number] = MONTH.exec(code) ?? [];
  return number === undefined ? undefined : monthPeriod(Number(monthYear), Number(number));
}

/** Reads the week or month that a line of a page names, or `undefined`. Days are not read here. */
export function readPeriodLine(line: string): Period | undefined {
  const text = line.trim();
  if (text.length > LONGEST_PERIOD) {
    return undefined;
  }
  if (WEEK.test(text) || MONTH.test(text)) {
    return readPeriod(text);
  }
  const [, week, weekYear] = WEEK_IN_WORDS.exec(text) ?? [];
  if (week !== undefined) {
    return weekPeriod(Number(weekYear), Number(week));
  }
  const [, name = '', monthYear] = MONTH_IN_WORDS.exec(text) ?? [];
  const month = monthNumber(name);
  if (month !== undefined) {
    return monthPeriod(Number(monthYear), month);
  }
  const [, lastMonth, lastDay, lastYear] = WEEK_AS_DAYS.exec(text) ?? [];
  const endMonth = monthNumber(lastMonth ?? text.slice(0, 3));
  const end = lastDay === undefined || endMonth === undefined ? undefined : isoDate(Number(lastYear), endMonth, Number(lastDay));
  return end === undefined ? undefined : weekOf(end);
}

/** The period that the address of a Daily Papers page or of its API names, or `undefined`. */
export function periodOfAddress(address: string): Period | undefined {
  const [, path, query] = /\/papers\/(?:date|week|month)\/([\dW-]{7,10})|[?&](?:date|week|month)=([\dW-]{7,10})/u.exec(address.slice(0, 2048)) ?? [];
  return readPeriod(path ?? query ?? '');
}

/** The ISO week that a day is in. */
export function weekOf(date: IsoDate): Period {
  const day = Date.parse(date);
  const thursday = day + (3 - ((new Date(day).getUTCDay() + 6) % 7)) * DAY_MS;
  const year = new Date(thursday).getUTCFullYear();
  const week = Math.floor((thursday - Date.UTC(year, 0, 1)) / (7 * DAY_MS)) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** Last day of a period: the day a digest of it is dated, because its counts are not older. */
export function lastDayOf(period: Period): IsoDate {
  const [, weekYear, week] = WEEK.exec(period) ?? [];
  if (week !== undefined) {
    const fourth = Date.UTC(Number(weekYear), 0, 4);
    const firstMonday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY_MS;
    return dayOf(firstMonday + (Number(week) * 7 - 1) * DAY_MS);
  }
  const [, year, month] = MONTH.exec(period) ?? [];
  return month === undefined ? period : dayOf(Date.UTC(Number(year), Number(month), 0));
}

/** `4 March 2025`, `week 9 of 2025`, `February 2025`. */
export function periodInWords(period: Period): string {
  const [, weekYear, week] = WEEK.exec(period) ?? [];
  if (week !== undefined) {
    return `week ${Number(week)} of ${weekYear}`;
  }
  const [, year, month] = MONTH.exec(period) ?? [];
  return month === undefined ? longDate(period) : `${MONTH_NAMES[Number(month) - 1] ?? month} ${year}`;
}

function dayOf(time: number): IsoDate {
  return new Date(time).toISOString().slice(0, 10);
}

function weekPeriod(year: number, week: number): Period | undefined {
  const period = `${year}-W${String(week).padStart(2, '0')}`;
  return week >= 1 && week <= 53 && isoDate(year, 1, 1) !== undefined && weekOf(lastDayOf(period)) === period ? period : undefined;
}

function monthPeriod(year: number, month: number): Period | undefined {
  return isoDate(year, month, 1)?.slice(0, 7);
}
