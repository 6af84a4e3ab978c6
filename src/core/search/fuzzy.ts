import { MAX_TERM_LENGTH } from './tokenise';
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
  /** The terms' numbers, shorter terms first, for as many as were there when it was last asked. */
  private numbers = new Uint32Array(0);
  /** For each of them, one bit for each letter in the term. */
  private letters = new Uint32Array(0);
  /** Where in `numbers` the terms of each length begin, and their end. */
  private starts = new Uint32Array(MAX_TERM_LENGTH + 2);

  constructor(private readonly vocabulary: Vocabulary) {}

  /** One slip from four letters on, two from eight; the closest first, then the most common. */
  near(word: string, limit: number): Neighbour[] {
    if (word.length < MIN_FUZZY_LENGTH) {
      return [];
    }
    const most = word.length < TWO_SLIPS_LENGTH ? 1 : 2;
    const letters = lettersOf(word);
    const found: Neighbour[] = [];
    const { table } = this.vocabulary;
    const first = word.charCodeAt(0);
    const second = word.charCodeAt(1);
    // A slip changes at most two of the letters that occur, and people seldom miss both first letters: asking for one of
    // them keeps unlike words out. Together these spare nearly every comparison.
    const mayFit = (others: number, number: number): boolean => {
      if (bitCount(letters ^ others) > 2 * most) {
        return false;
      }
      const otherFirst = table.unitOf(number, 0);
      const otherSecond = table.unitOf(number, 1);
      return first === otherFirst || second === otherSecond || first === otherSecond || second === otherFirst;
    };
    for (const term of this.terms(word.length - most, word.length + most, mayFit)) {
      const distance = slips(word, term, most);
      if (distance > 0 && distance <= most) {
        found.push({ term, distance });
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
    const { table } = this.vocabulary;
    const first = word.charCodeAt(0);
    const mayFit = (others: number, number: number): boolean => bitCount(letters & ~others) <= 1 && table.unitOf(number, 0) === first;
    const found: Neighbour[] = [];
    for (const term of this.terms(word.length + 2, MAX_TERM_LENGTH, mayFit)) {
      if (BEGINNING_ENDS.some((end) => slips(word, term.slice(0, word.length + end), 1) === 1)) {
        found.push({ term, distance: 1 });
      }
    }
    return this.closest(found, limit);
  }

  /** Terms that some document has, of some lengths, by the letters that occur in them. */
  private *terms(shortest: number, longest: number, mayFit: (letters: number, number: number) => boolean): Generator<string> {
    this.takeIn();
    const to = this.starts[Math.min(longest, MAX_TERM_LENGTH) + 1] ?? 0;
    for (let place = this.starts[Math.min(shortest, MAX_TERM_LENGTH + 1)] ?? 0; place < to; place++) {
      const number = this.numbers[place] ?? 0;
      if (mayFit(this.letters[place] ?? 0, number) && this.vocabulary.documentsOf(number) > 0) {
        yield this.vocabulary.table.termOf(number);
      }
    }
  }

  /** Sorts the terms by length when there are new ones: by counting, so in time linear in them. */
  private takeIn(): void {
    const { table } = this.vocabulary;
    if (this.numbers.length === table.size) {
      return;
    }
    this.numbers = new Uint32Array(table.size);
    this.letters = new Uint32Array(table.size);
    const ends = new Uint32Array(MAX_TERM_LENGTH + 2);
    for (let number = 0; number < table.size; number++) {
      ends[table.lengthOf(number) + 1] = (ends[table.lengthOf(number) + 1] ?? 0) + 1;
    }
    ends.forEach((count, length) => (ends[length] = count + (ends[length - 1] ?? 0)));
    this.starts = ends.slice();
    for (let number = 0; number < table.size; number++) {
      const length = table.lengthOf(number);
      const place = ends[length] ?? 0;
      ends[length] = place + 1;
      this.numbers[place] = number;
      this.letters[place] = table.lettersOf(number);
    }
  }

  private closest(found: Neighbour[], limit: number): Neighbour[] {
    const common = ({ term }: Neighbour): number => this.vocabulary.documentsWith(term);
    // To the last letter, so that the order in which words came to be known decides nothing.
    const byTerm = (a: Neighbour, b: Neighbour): number => a.term.length - b.term.length || (a.term < b.term ? -1 : 1);
    return found.sort((a, b) => a.distance - b.distance || common(b) - common(a) || byTerm(a, b)).slice(0, limit);
  }
}

/** Where the beginning of a word may end so that one slip turns it into what was typed, relative to what was typed. */
const BEGINNING_ENDS = [0, 1, -1];

function lettersOf(word: string): number {
  let letters = 0;
  for (let index = 0; index < word.length; index++) {
    letters |= 1 << (word.charCodeAt(index) & 31);
  }
  return letters >>> 0;
}

/** Source: Warren, "Hacker's Delight", 2nd edition, figure 5-2. */
function bitCount(bits: number): number {
  let sum = bits - ((bits >>> 1) & 0x5555_5555);
  sum = (sum & 0x3333_3333) + ((sum >>> 2) & 0x3333_3333);
  sum = (sum + (sum >>> 4)) & 0x0f0f_0f0f;
  return Math.imul(sum, 0x0101_0101) >>> 24;
}

/** Three rows of the table of distances, used again for each pair: making them would take longer than filling them. */
const ROWS: readonly [number[], number[], number[]] = [[], [], []];

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
  let [beforeLast, last, current] = ROWS;
  for (let column = 0; column <= b.length; column++) {
    last[column] = column;
  }
  for (let row = 1; row <= a.length; row++) {
    const letter = a.charCodeAt(row - 1);
    const letterBefore = a.charCodeAt(row - 2);
    current[0] = row;
    let least = row;
    for (let column = 1; column <= b.length; column++) {
      const other = b.charCodeAt(column - 1);
      let cost = Math.min((last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + (letter === other ? 0 : 1));
      if (row > 1 && column > 1 && letter === b.charCodeAt(column - 2) && letterBefore === other) {
        cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      }
      current[column] = cost;
      least = Math.min(least, cost);
    }
    if (least > most) {
      return tooMany;
    }
    [beforeLast, last, current] = [last, current, beforeLast];
  }
  return Math.min(last[b.length] ?? tooMany, tooMany);
}
