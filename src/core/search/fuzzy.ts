import type { Vocabulary } from './vocabulary';

/** Shorter words have too many neighbours, longer ones can bear a second slip. UTF-16 units. */
const MIN_FUZZY_LENGTH = 4;
const TWO_SLIPS_LENGTH = 8;
const MIN_BEGINNING_LENGTH = 5;

export interface Neighbour {
  readonly term: string;
  /** Slips between the two words: a letter missing, too many, wrong, or two swapped. */
  readonly distance: number;
}

/** Finds the words of a vocabulary that a typed word may have been meant for. */
export class FuzzyFinder {
  private readonly byLength = new Map<number, number[]>();
  /** For each term, one bit for each letter in it. */
  private readonly letters: Uint32Array;

  constructor(private readonly vocabulary: Vocabulary) {
    this.letters = Uint32Array.from(vocabulary.terms, lettersOf);
    vocabulary.terms.forEach((term, place) => {
      const places = this.byLength.get(term.length);
      if (places) {
        places.push(place);
      } else {
        this.byLength.set(term.length, [place]);
      }
    });
  }

  /** One slip from four letters on, two from eight; the closest first, then the most common. */
  near(word: string, limit: number): Neighbour[] {
    if (word.length < MIN_FUZZY_LENGTH) {
      return [];
    }
    const most = word.length < TWO_SLIPS_LENGTH ? 1 : 2;
    const letters = lettersOf(word);
    const found: Neighbour[] = [];
    for (let length = word.length - most; length <= word.length + most; length++) {
      for (const place of this.byLength.get(length) ?? []) {
        // A slip changes at most two of the letters that occur: this spares nearly every comparison.
        if (bitCount(letters ^ (this.letters[place] ?? 0)) > 2 * most) {
          continue;
        }
        const term = this.vocabulary.terms[place] ?? '';
        const distance = beginsAlike(word, term) ? slips(word, term, most) : 0;
        if (distance > 0 && distance <= most) {
          found.push({ term, distance });
        }
      }
    }
    return this.closest(found, limit);
  }

  /** Longer words whose beginning is one slip from what was typed so far; the most common first. */
  nearBeginning(word: string, limit: number): Neighbour[] {
    if (word.length < MIN_BEGINNING_LENGTH) {
      return [];
    }
    const letters = lettersOf(word);
    const found: Neighbour[] = [];
    for (const place of this.vocabulary.placesWithPrefix(word.slice(0, 1))) {
      const term = this.vocabulary.terms[place] ?? '';
      const mayFit = term.length > word.length + 1 && bitCount(letters & ~(this.letters[place] ?? 0)) <= 1;
      if (mayFit && BEGINNING_ENDS.some((end) => slips(word, term.slice(0, word.length + end), 1) === 1)) {
        found.push({ term, distance: 1 });
      }
    }
    return this.closest(found, limit);
  }

  private closest(found: Neighbour[], limit: number): Neighbour[] {
    const common = ({ term }: Neighbour): number => this.vocabulary.documentsWith(term);
    return found.sort((a, b) => a.distance - b.distance || common(b) - common(a)).slice(0, limit);
  }
}

/** Where the beginning of a word may end so that one slip turns it into what was typed, relative to what was typed. */
const BEGINNING_ENDS = [0, 1, -1];

/** People seldom miss both first letters: asking for one of them keeps unlike words out. */
function beginsAlike(a: string, b: string): boolean {
  const [first, second] = a;
  const [otherFirst, otherSecond] = b;
  return first === otherFirst || second === otherSecond || first === otherSecond || second === otherFirst;
}

function lettersOf(word: string): number {
  let letters = 0;
  for (let index = 0; index < word.length; index++) {
    letters |= 1 << (word.charCodeAt(index) & 31);
  }
  return letters >>> 0;
}

function bitCount(bits: number): number {
  let rest = bits;
  let count = 0;
  while (rest !== 0) {
    rest &= rest - 1;
    count++;
  }
  return count;
}

/**
 * Optimal string alignment distance (Levenshtein with swaps of neighbours, no place edited twice), `most + 1` when it
 * is larger than `most`.
 *
 * Source: Damerau, "A technique for computer detection and correction of spelling errors", CACM 7(3), 1964.
 */
export function slips(a: string, b: string, most: number): number {
  const tooMany = most + 1;
  if (Math.abs(a.length - b.length) > most) {
    return tooMany;
  }
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min((last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + (same ? 0 : 1));
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      }
      current.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) {
      return tooMany;
    }
    beforeLast = last;
    last = current;
  }
  return Math.min(last[b.length] ?? tooMany, tooMany);
}
