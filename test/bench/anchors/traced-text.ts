import type { TextRange } from '../../../src/core/anchors/text-target';

/** A piece of a text as it became, with the offset in the first text that it comes from. */
export interface Traced {
  readonly letter: string;
  /** Absent for what was put in. */
  readonly origin?: number;
  /** It is the second of two: where the first is gone, it stands for it. */
  readonly isCopy?: true;
}

export function traced(text: string): readonly Traced[] {
  return text.split('').map((letter, origin) => ({ letter, origin }));
}

export function added(text: string): readonly Traced[] {
  return text.split('').map((letter) => ({ letter }));
}

export function textOf(pieces: readonly Traced[]): string {
  return pieces.map(({ letter }) => letter).join('');
}

/** What became of a quote: where its letters are, how many of them, and whether they are there twice. */
export interface Fate {
  readonly range: TextRange;
  /** Share of the quote's letters that are there still, in order. */
  readonly kept: number;
  /** How much longer the place is than the quote. */
  readonly stretch: number;
  readonly copies: readonly TextRange[];
}

/** Where the letters of a range of the first text have gone. */
export function fateOf(pieces: readonly Traced[], { start, end }: TextRange): Fate | undefined {
  const first = placeOf(pieces, start, end, false);
  const copy = placeOf(pieces, start, end, true);
  const place = first ?? copy;
  if (place === undefined) return undefined;
  const length = end - start;
  return { range: place.range, kept: place.letters / length, stretch: (place.range.end - place.range.start) / length, copies: first && copy ? [copy.range] : [] };
}

/** The most letters in their old order, and where they stand: of what was torn apart, what is left of it in one order. */
function placeOf(pieces: readonly Traced[], start: number, end: number, isCopy: boolean): { readonly range: TextRange; readonly letters: number } | undefined {
  const found: { readonly origin: number; readonly start: number; readonly end: number }[] = [];
  let offset = 0;
  for (const { origin, letter, isCopy: copied = false } of pieces) {
    if (origin !== undefined && origin >= start && origin < end && copied === isCopy) found.push({ origin, start: offset, end: offset + letter.length });
    offset += letter.length;
  }
  // Longest increasing subsequence: for each length, the find with the least origin that ends one, and the find before each.
  const ends: number[] = [];
  const before: (number | undefined)[] = [];
  found.forEach(({ origin }, index) => {
    const longer = ends.findIndex((at) => (found[at]?.origin ?? 0) >= origin);
    const length = longer < 0 ? ends.length : longer;
    before[index] = ends[length - 1];
    ends[length] = index;
  });
  const last = ends.at(-1);
  if (last === undefined) return undefined;
  let first = last;
  for (let at: number | undefined = last; at !== undefined; at = before[at]) first = at;
  return { range: { start: found[first]?.start ?? 0, end: found[last]?.end ?? 0 }, letters: ends.length };
}
