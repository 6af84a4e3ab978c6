import { align } from '../../src/core/anchors/align';
import type { TextRange } from '../../src/core/anchors/text-target';

/** The time to lay two texts side by side grows with the product of their lengths; an abstract is a twentieth of this. */
const MOST_WORK = 60_000_000;

/**
 * What of a source each letter that is shown comes from: its offset, or -1 where that is not certain. Markup, escapes and formulas of
 * the source are not shown as they stand; what is shown of them has no place there.
 *
 * @param shown without formulas
 */
export function sourcePlaces(source: string, shown: string): Int32Array {
  if (source.length * shown.length > MOST_WORK) {
    return new Int32Array(shown.length).fill(-1);
  }
  return source === shown ? Int32Array.from(shown, (_, index) => index) : align(shown, source).places;
}

/** The letters shown that come from a range of the source, as a range from the first to the last; `undefined` when there is none. */
export function shownRange(places: Int32Array, { start, end }: TextRange): TextRange | undefined {
  const isIn = (place: number) => place >= start && place < end;
  const from = places.findIndex(isIn);
  return from < 0 ? undefined : { start: from, end: lastIndex(places, isIn) + 1 };
}

/**
 * The range of the source that letters shown come from. A formula next to them belongs to them when the range says so.
 *
 * @param withFormula which ends of the range are a formula: then all is taken up to the next letter that is shown outside of it
 */
export function sourceRange(places: Int32Array, shown: TextRange, sourceLength: number, withFormula = { first: false, last: false }): TextRange | undefined {
  const inside = places.subarray(shown.start, shown.end);
  const isKnown = (place: number) => place >= 0;
  const first = inside.find(isKnown);
  const last = inside[lastIndex(inside, isKnown)];
  const before = places[lastIndex(places.subarray(0, shown.start), isKnown)];
  const after = places.subarray(shown.end).find(isKnown);
  const start = withFormula.first ? (before === undefined ? 0 : before + 1) : first;
  const end = withFormula.last ? (after ?? sourceLength) : last === undefined ? undefined : last + 1;
  return start === undefined || end === undefined || end <= start ? undefined : { start, end };
}

/** A range without the blanks at its ends; `undefined` when there is nothing else. */
export function withoutBlanks(source: string, { start, end }: TextRange): TextRange | undefined {
  const words = source.slice(start, end);
  const trimmed = words.trim();
  const from = start + words.length - words.trimStart().length;
  return trimmed === '' ? undefined : { start: from, end: from + trimmed.length };
}

function lastIndex(places: Int32Array, matches: (place: number) => boolean): number {
  for (let index = places.length - 1; index >= 0; index--) {
    if (matches(places[index] ?? -1)) {
      return index;
    }
  }
  return -1;
}
