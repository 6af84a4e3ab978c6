import type { IsoDate } from '../paper';
import { isoDate, monthNumber } from '../dates';

/**
 * The day of a date as feeds write it, in the time zone it is written in: RFC 3339 (`2026-04-12T22:09:33Z`, Atom) or
 * RFC 822 (`Fri, 21 Aug 2026 04:00:00 +0000`, RSS). `undefined` for anything else.
 */
export function feedDate(text: string): IsoDate | undefined {
  const date = text.slice(0, 80).trim();
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})(?:$|[T\s])/u.exec(date) ?? [];
  if (year !== undefined) {
    return isoDate(Number(year), Number(month), Number(day));
  }
  const [, dayOfMonth, monthName = '', shortYear = ''] = /^(?:[A-Za-z]{3,9},?\s+)?(\d{1,2})[\s-]([A-Za-z]{3,9})[\s-](\d{4}|\d{2})\b/u.exec(date) ?? [];
  const number = monthNumber(monthName);
  const full = shortYear.length === 2 ? 2000 + Number(shortYear) : Number(shortYear);
  return number === undefined ? undefined : isoDate(full, number, Number(dayOfMonth));
}
