import type { IsoDate } from '../papers/paper';

/** A day (`2026-01-09`) or a week of ISO 8601 (`2026-W02`). As texts they sort by time. */
export type Period = string;

const DAY_MS = 24 * 60 * 60 * 1000;

/** Lists older than this are not caught up with. */
export const CATCH_UP_DAYS = 14;

/** The day of a moment, UTC. */
export function dayOf(ms: number): IsoDate {
  return new Date(ms).toISOString().slice(0, 10);
}

export function addDays(day: IsoDate, days: number): IsoDate {
  return dayOf(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS);
}

/** The week that a day is in: it belongs to the year that its Thursday is in. */
export function weekOf(day: IsoDate): Period {
  const thursday = addDays(day, 3 - daysSinceMonday(day));
  const year = thursday.slice(0, 4);
  const week = 1 + Math.floor((Date.parse(thursday) - Date.parse(`${year}-01-01`)) / DAY_MS / 7);
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** First day of the week that a day is in. */
export function mondayOf(day: IsoDate): IsoDate {
  return addDays(day, -daysSinceMonday(day));
}

/** First day of a period. */
export function firstDayOf(period: Period): IsoDate {
  const [, year, week] = /^(\d{4})-W(\d{2})$/u.exec(period) ?? [];
  // The fourth of January is always in the first week.
  return year === undefined ? period : addDays(mondayOf(`${year}-01-04`), (Number(week) - 1) * 7);
}

export interface PeriodsWanted {
  readonly by: 'day' | 'week';
  readonly today: IsoDate;
  /** First day that the user wants. */
  readonly from?: IsoDate;
  /** Every period before this one is settled. */
  readonly next?: Period;
  /** Earlier ones whose list could not be had. */
  readonly missed: readonly Period[];
}

/**
 * The lists that a check is to fetch, oldest first: what was missed before, and all from where the last check stopped up to that of
 * today, which is always fetched because it still grows. None is older than `CATCH_UP_DAYS`.
 */
export function periodsDue({ by, today, from, next, missed }: PeriodsWanted): readonly Period[] {
  const periodOf = by === 'day' ? (day: IsoDate) => day : weekOf;
  const oldest = periodOf(addDays(today, 1 - CATCH_UP_DAYS));
  const wanted = next ?? periodOf(from ?? today);
  const first = wanted > oldest ? wanted : oldest;
  const due = new Set(missed.filter((period) => period >= oldest && period < first));
  for (let day = addDays(today, 1 - CATCH_UP_DAYS); day <= today; day = addDays(day, 1)) {
    const period = periodOf(day);
    if (period >= first) {
      due.add(period);
    }
  }
  due.add(periodOf(today));
  return [...due].sort();
}

function daysSinceMonday(day: IsoDate): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
}
