import type { IsoDate } from '../paper';
import type { MonthDay } from '../dates';
import { firstDateFrom, isoDate } from '../dates';

/** A date as a page shows it: without a year when that is the year the page was seen in. */
export type ShownDate = IsoDate | MonthDay;

/** Longest wait for 29 February, in years, around a century that is no leap year. */
const LONGEST_LEAP_GAP = 8;

/** What is known of the time of a page whose day is shown without a year. */
export interface PageClues {
  /** Dates of the page's papers. */
  readonly shown: readonly ShownDate[];
  /** Days that are known otherwise not to be after the page, for example the months of arXiv numbers. */
  readonly known: readonly IsoDate[];
  /** Day or month that the page's links to the day before or after name. */
  readonly neighbour?: IsoDate;
  readonly today?: IsoDate;
}

/**
 * The date of a page: near its neighbour, if known. Else the first such day that is not before the newest paper. When a
 * paper has no year either, that year is the page's, and papers with a year are of earlier ones. A page
 * without any year is of the last such day up to today.
 */
export function datePage(day: MonthDay, { shown, known, neighbour, today }: PageClues): IsoDate | undefined {
  if (neighbour !== undefined) {
    return nearestDate(neighbour, day);
  }
  const dated = shown.filter((date) => typeof date === 'string');
  const lastShownYear = newestOf(dated).slice(0, 4);
  const yearless = dated.length < shown.length && lastShownYear !== '' ? `${Number(lastShownYear) + 1}-01-01` : '';
  const newest = newestOf([...dated, ...known, yearless]);
  if (newest !== '') {
    return firstDateFrom(newest, day);
  }
  return today === undefined ? undefined : lastDateUpTo(today, day);
}

/** The date of a paper: nearest to the month of its arXiv number, else the last such day up to the page's. */
export function datePaper(shown: ShownDate, month: IsoDate | undefined, page: IsoDate | undefined): IsoDate | undefined {
  if (typeof shown === 'string') {
    return shown;
  }
  if (month !== undefined) {
    return nearestDate(month, shown);
  }
  return page === undefined ? undefined : lastDateUpTo(page, shown);
}

/** First day of the month in which arXiv gave a number of the form `YYMM.NNNNN`, or `undefined` for older forms. */
export function monthOfArxivId(id: string): IsoDate | undefined {
  const [, year, month] = /^(\d{2})(\d{2})\.\d{4,5}$/u.exec(id) ?? [];
  return month === undefined ? undefined : isoDate(2000 + Number(year), Number(month), 1);
}

function newestOf(dates: Iterable<IsoDate>): IsoDate {
  let newest = '';
  for (const date of dates) {
    newest = date > newest ? date : newest;
  }
  return newest;
}

function nearestDate(around: IsoDate, { month, day }: MonthDay): IsoDate | undefined {
  const year = Number(around.slice(0, 4));
  const distance = (date: IsoDate) => Math.abs(Date.parse(date) - Date.parse(around));
  return [year - 1, year, year + 1]
    .flatMap((candidate) => isoDate(candidate, month, day) ?? [])
    .sort((one, other) => distance(one) - distance(other))[0];
}

/** The last date on this day of the year up to `latest` and one day more: the page's clock may be ahead. */
function lastDateUpTo(latest: IsoDate, { month, day }: MonthDay): IsoDate | undefined {
  const end = new Date(Date.parse(latest) + 86_400_000).toISOString().slice(0, 10);
  const year = Number(end.slice(0, 4));
  for (let back = 0; back <= LONGEST_LEAP_GAP; back++) {
    const date = isoDate(year - back, month, day);
    if (date !== undefined && date <= end) {
      return date;
    }
  }
  return undefined;
}
