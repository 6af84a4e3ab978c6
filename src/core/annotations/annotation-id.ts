import type { AnnotationId } from './annotation';

/** Longest name that is taken for an id, so that it stays a file name everywhere. */
const LONGEST_ID = 100;

const LONGEST_COUNT = 0xfff;

/**
 * A maker of ids that sort by the time they were made at, also within one millisecond: UUIDs of version 7, whose first random
 * bits are a count.
 *
 * Source: RFC 9562, sections 5.7 and 6.2, method 1.
 *
 * @param now milliseconds since 1970
 * @param random fills bytes with random ones
 */
export function idMaker(now: () => number, random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array): () => AnnotationId {
  let time = 0;
  let count = 0;
  return () => {
    const moment = now();
    if (moment > time) {
      time = moment;
      count = 0;
    } else if (++count > LONGEST_COUNT) {
      time++;
      count = 0;
    }
    const bytes = random(new Uint8Array(8));
    const [first = 0] = bytes;
    const rest = [0x80 | (first & 0x3f), ...bytes.subarray(1)].map((byte) => hex(byte, 2)).join('');
    const digits = hex(time, 12);
    return [digits.slice(0, 8), digits.slice(8), `7${hex(count, 3)}`, rest.slice(0, 4), rest.slice(4)].join('-');
  };
}

/** Whether a text can be the name of an annotation and of its file, on every system. */
export function isAnnotationId(text: string): boolean {
  return text.length <= LONGEST_ID && /^[a-z0-9][a-z0-9_-]*$/u.test(text);
}

function hex(number: number, digits: number): string {
  return number.toString(16).padStart(digits, '0');
}
