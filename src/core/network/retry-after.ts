const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A server that asks for more is taken at a day's word. */
const LONGEST_MS = 24 * 60 * 60 * 1000;

/**
 * How long a server asks to wait: the `Retry-After` header of RFC 9110, section 10.2.3, in seconds or as a date.
 *
 * @param now milliseconds since 1970
 * @returns milliseconds, at most a day; `undefined` when it does not ask or is not understood
 */
export function retryAfterMs(header: string | undefined, now: number): number | undefined {
  const text = header?.trim() ?? '';
  if (/^\d{1,10}$/u.test(text)) {
    return Math.min(Number(text) * 1000, LONGEST_MS);
  }
  const date = httpDate(text);
  return date === undefined ? undefined : Math.min(Math.max(date - now, 0), LONGEST_MS);
}

/** The one form that servers must send: `Sun, 06 Nov 1994 08:49:37 GMT`. */
function httpDate(text: string): number | undefined {
  const match = /^[A-Za-z]{3}, (\d\d) ([A-Za-z]{3}) (\d{4}) (\d\d):(\d\d):(\d\d) GMT$/u.exec(text);
  const month = MONTHS.indexOf(match?.[2] ?? '');
  if (match === null || month < 0) {
    return undefined;
  }
  return Date.UTC(Number(match[3]), month, Number(match[1]), Number(match[4]), Number(match[5]), Number(match[6]));
}
