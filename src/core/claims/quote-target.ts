import type { Anchor, TextRange, TextTarget } from '../anchors/text-target';

const CONTEXT = 32;
/** Characters around a quote that must be the same for it to be that quote, and by how many more than anywhere else. */
const LEAST_SAME = 12;
const LEAST_LEAD = 8;

/** A part of a text as a target. */
export function quoteTarget(text: string, { start, end }: TextRange): TextTarget {
  const from = codePoints(text.slice(0, start));
  return {
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - CONTEXT), start),
    suffix: text.slice(end, end + CONTEXT),
    position: { start: from, end: from + codePoints(text.slice(start, end)) },
  };
}

/**
 * Where the very words of a target stand: in their place, else where more of the words around them is the same than anywhere
 * else. A number is too short for anything less: "3%" is much like "8%".
 */
export function findQuote(text: string, { exact, prefix, suffix, position }: TextTarget): Anchor {
  if (exact === '') {
    return { state: 'orphaned' };
  }
  const places: { readonly range: TextRange; readonly score: number }[] = [];
  for (let at = text.indexOf(exact); at !== -1; at = text.indexOf(exact, at + exact.length)) {
    const range = { start: at, end: at + exact.length };
    places.push({ range, score: sameEnd(text.slice(Math.max(0, at - prefix.length), at), prefix) + sameStart(text.slice(range.end), suffix) });
  }
  const whole = prefix.length + suffix.length;
  const inPlace = places.find(({ range, score }) => score === whole && position?.start === codePoints(text.slice(0, range.start)));
  if (inPlace) {
    return { state: 'exact', range: inPlace.range };
  }
  const best = Math.max(...places.map(({ score }) => score));
  const fitting = places.filter(({ score }) => score > best - LEAST_LEAD && best >= Math.min(whole, LEAST_SAME));
  const [first] = fitting;
  if (first === undefined) {
    return { state: 'orphaned' };
  }
  return fitting.length === 1 ? { state: 'moved', range: first.range } : { state: 'ambiguous', candidates: fitting.map(({ range }) => range) };
}

function codePoints(text: string): number {
  return Array.from(text).length;
}

function sameEnd(one: string, other: string): number {
  let count = 0;
  while (count < Math.min(one.length, other.length) && one.at(-1 - count) === other.at(-1 - count)) {
    count++;
  }
  return count;
}

function sameStart(one: string, other: string): number {
  let count = 0;
  while (count < Math.min(one.length, other.length) && one[count] === other[count]) {
    count++;
  }
  return count;
}
