import type { IsoDate } from '../paper';
import type { Period } from './daily-papers-period';
import { weekOf } from './daily-papers-period';

/** A day with less of the records than this share is one of stragglers. */
const SMALLEST_SHARE = 0.05;
/** A list of a day takes in what was sent in on a weekend before it; one of more days is of a week or a month. */
const MOST_DAYS_OF_ONE_LIST = 3;
const LARGE_SHARE = 0.6;

/**
 * What a list is of, from the days on which its records were listed: most of one day (the later one of two
 * equal), else of one week, else of one month. `undefined` when it is none of these.
 */
export function periodOfDays(days: readonly IsoDate[]): Period | undefined {
  const shares = tally(days).filter(([, count]) => count >= days.length * SMALLEST_SHARE);
  if (shares.length <= MOST_DAYS_OF_ONE_LIST) {
    return shares[0]?.[0];
  }
  for (const periodOf of [weekOf, (day: IsoDate) => day.slice(0, 7)]) {
    const [most] = tally(days.map(periodOf));
    if (most !== undefined && most[1] >= days.length * LARGE_SHARE) {
      return most[0];
    }
  }
  return undefined;
}

/** Values by how often they occur, most first, later ones first among equals. */
function tally(values: readonly string[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const value of values) {
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].sort(([one, many], [other, more]) => more - many || (one < other ? 1 : -1));
}
