import type { Anchor, TextRange, TextTarget } from '../anchors/text-target';

/** How much stands before and after a quote, in code points. */
const CONTEXT = 32;

/** Where the very words of a target stand in a text: never a place that is only like it. */
export function placeOf(text: string, { exact, prefix, suffix, position }: TextTarget): Anchor {
  if (exact === '') {
    return { state: 'orphaned' };
  }
  const places = placesOf(text, exact);
  const start = position === undefined ? undefined : unitsAt(text, position.start);
  const there = places.find((range) => range.start === start);
  if (there) {
    return { state: 'exact', range: there };
  }
  const fitting = places.filter(({ start: from, end }) => text.slice(0, from).endsWith(prefix) && text.slice(end).startsWith(suffix));
  const candidates = fitting.length > 0 ? fitting : places;
  const [first, ...others] = candidates;
  if (first === undefined) {
    return { state: 'orphaned' };
  }
  return others.length === 0 ? { state: position === undefined ? 'exact' : 'moved', range: first } : { state: 'ambiguous', candidates };
}

/** A range of a text as a target. */
export function targetAt(text: string, { start, end }: TextRange): TextTarget {
  const before = Array.from(text.slice(0, start));
  const exact = text.slice(start, end);
  return {
    exact,
    prefix: before.slice(-CONTEXT).join(''),
    suffix: Array.from(text.slice(end)).slice(0, CONTEXT).join(''),
    position: { start: before.length, end: before.length + Array.from(exact).length },
  };
}

function placesOf(text: string, exact: string): readonly TextRange[] {
  const places: TextRange[] = [];
  for (let start = text.indexOf(exact); start >= 0; start = text.indexOf(exact, start + 1)) {
    places.push({ start, end: start + exact.length });
  }
  return places;
}

/** A place in code points as one in UTF-16 units; behind the end of a text there is none. */
function unitsAt(text: string, codePoints: number): number | undefined {
  const points = Array.from(text);
  return codePoints > points.length ? undefined : points.slice(0, codePoints).join('').length;
}
