import type { TextRange } from './text-target';

/** Two texts laid side by side: which part of the second goes with which of the first. */
export interface Alignment {
  /** For each unit of the first text, the place of its equal in the second, or -1. */
  readonly places: Int32Array;
}

// Letters that agree must outweigh what does not: unrelated English has score below zero, so that the alignment ends where likeness does.
const AGREE = 8;
const DIFFER = -12;
/** A gap is one change, however long: a clause put in, a sentence left out. */
const OPEN_GAP = -20;
const LONGER_GAP = -2;

const FAR_BELOW = -1e9;

// How the best score of a cell came about, in bits: for being side by side, for a gap in the first, for one in the second text.
const SIDE = { start: 0, side: 1, first: 2, second: 3 } as const;
const FIRST_GOES_ON = 4;
const SECOND_GOES_ON = 8;

/**
 * The best local alignment of two texts (Smith and Waterman, with Gotoh's gaps), in time and memory proportional to the product
 * of their lengths.
 */
export function align(first: string, second: string): Alignment {
  const width = second.length + 1;
  const ways = new Uint8Array((first.length + 1) * width);
  let scores = new Int32Array(width);
  const gapsInSecond = new Int32Array(width).fill(FAR_BELOW);
  let best = { score: 0, cell: 0 };
  for (let row = 1; row <= first.length; row++) {
    const current = new Int32Array(width);
    const letter = first.charCodeAt(row - 1);
    let gapInFirst = FAR_BELOW;
    for (let column = 1; column < width; column++) {
      const openFirst = (current[column - 1] ?? 0) + OPEN_GAP;
      const openSecond = (scores[column] ?? 0) + OPEN_GAP;
      const goOnFirst = gapInFirst + LONGER_GAP;
      const goOnSecond = (gapsInSecond[column] ?? 0) + LONGER_GAP;
      gapInFirst = Math.max(openFirst, goOnFirst);
      const gapInSecond = Math.max(openSecond, goOnSecond);
      gapsInSecond[column] = gapInSecond;
      const side = (scores[column - 1] ?? 0) + (letter === second.charCodeAt(column - 1) ? AGREE : DIFFER);
      const score = Math.max(0, side, gapInFirst, gapInSecond);
      const way = score === 0 ? SIDE.start : score === side ? SIDE.side : score === gapInFirst ? SIDE.first : SIDE.second;
      const cell = row * width + column;
      ways[cell] = way | (goOnFirst > openFirst ? FIRST_GOES_ON : 0) | (goOnSecond > openSecond ? SECOND_GOES_ON : 0);
      current[column] = score;
      if (score > best.score) {
        best = { score, cell };
      }
    }
    scores = current;
  }
  return { places: trace(ways, width, best.cell, first, second) };
}

function trace(ways: Uint8Array, width: number, end: number, first: string, second: string): Int32Array {
  const places = new Int32Array(first.length).fill(-1);
  let cell = end;
  let gap: 'first' | 'second' | undefined;
  for (;;) {
    const way = ways[cell] ?? 0;
    const [row, column] = [Math.floor(cell / width), cell % width];
    if (gap === undefined) {
      const kind = way & 3;
      if (kind === SIDE.start) {
        return places;
      }
      if (kind === SIDE.side) {
        places[row - 1] = first.charCodeAt(row - 1) === second.charCodeAt(column - 1) ? column - 1 : -1;
        cell -= width + 1;
        continue;
      }
      gap = kind === SIDE.first ? 'first' : 'second';
    }
    const goesOn = (way & (gap === 'first' ? FIRST_GOES_ON : SECOND_GOES_ON)) !== 0;
    cell -= gap === 'first' ? 1 : width;
    gap = goesOn ? gap : undefined;
  }
}

/** Letters at an end of a part that stand this far from the rest of it, and are no more than so many and such a share of it, found their equal by chance. */
const CRUMB = { apart: 8, most: 28, share: 0.25 };

export type Crumb = typeof CRUMB;

/** Unless they are a word at least, and what stood beyond them follows them still with so many of its letters: then something was put in. */
const PUT_IN = { least: 3, beyond: 12 };

/** Where letters of a part of the first text have their equals in the second, in order, without those that found them by chance. */
export function equalsOf({ places }: Alignment, { start, end }: TextRange, limits: Crumb = CRUMB): Int32Array {
  const part = places.subarray(start, end);
  const fromStart = part.subarray(crumb(part, places.slice(0, start).reverse(), limits));
  const backwards = fromStart.slice().reverse();
  return backwards.subarray(crumb(backwards, places.subarray(end), limits)).filter((place) => place >= 0).reverse();
}

/** How many units at the beginning of a part hold a crumb. Both begin where they touch: `beyond` is what stood before the part. */
function crumb(part: Int32Array, beyond: Int32Array, { apart, most, share }: Crumb): number {
  const equals = part.filter((place) => place >= 0);
  const length = runLength(equals, apart);
  if (length === equals.length || length > Math.min(most, equals.length * share)) {
    return 0;
  }
  const touches = part.subarray(0, PUT_IN.least).some((place) => place >= 0);
  const goesOn = runLength(Int32Array.from([equals[0] ?? 0, ...beyond.filter((place) => place >= 0)]), apart) > PUT_IN.beyond;
  return length >= PUT_IN.least && touches && goesOn ? 0 : part.indexOf(equals[length] ?? 0);
}

/** How many places follow each other closely. */
function runLength(places: Int32Array, apart: number): number {
  const end = places.findIndex((place, index) => index > 0 && Math.abs(place - (places[index - 1] ?? place)) > apart);
  return end < 0 ? places.length : end;
}
