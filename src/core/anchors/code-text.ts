import type { LineRange } from './code-target';
import type { TextRange } from './text-target';

const WORD = /[\p{L}\p{N}_]+/gu;

export function linesOf(text: string): readonly string[] {
  return text.split(/\r\n?|\n/u);
}

/** Code without its blanks: what formatting changes least. */
export function bareOf(code: string): string {
  return code.replace(/\s+/gu, '');
}

/** Names and numbers. Brackets, commas and operators agree everywhere, and formatters put them in and take them out. */
export function wordsOf(code: string): readonly string[] {
  return code.match(WORD) ?? [];
}

/** The text of a file without its blanks and as words, each with the way back to its lines. */
export class CodeText {
  readonly lines: readonly string[];
  readonly bare: string;
  readonly words: readonly string[];
  /** For each line how much stands before it, and at the end how much there is. */
  private readonly bareStarts: readonly number[];
  private readonly wordStarts: readonly number[];

  constructor(text: string) {
    this.lines = linesOf(text);
    const bare = this.lines.map(bareOf);
    const words = this.lines.map(wordsOf);
    this.bare = bare.join('');
    this.words = words.flat();
    this.bareStarts = startsOf(bare);
    this.wordStarts = startsOf(words);
  }

  /** The lines that a part of the bare text fills; `undefined` where it begins or ends inside of a line. */
  linesOfBare({ start, end }: TextRange): LineRange | undefined {
    const first = lastNotAbove(this.bareStarts, start);
    const last = lastNotAbove(this.bareStarts, end - 1);
    return this.bareStarts[first] === start && this.bareStarts[last + 1] === end ? { first: first + 1, last: last + 1 } : undefined;
  }

  /** The lines that words are on. */
  linesOfWords({ start, end }: TextRange): LineRange {
    return { first: lastNotAbove(this.wordStarts, start) + 1, last: lastNotAbove(this.wordStarts, end - 1) + 1 };
  }

  /** Which words are on some lines. */
  wordsOfLines({ first, last }: LineRange): TextRange {
    return { start: this.wordStarts[first - 1] ?? 0, end: this.wordStarts[last] ?? this.words.length };
  }

  textOf({ first, last }: LineRange): string {
    return this.lines.slice(first - 1, last).join('\n');
  }
}

function startsOf(parts: readonly { readonly length: number }[]): readonly number[] {
  let total = 0;
  return [0, ...parts.map(({ length }) => (total += length))];
}

/** Index of the last number that is no greater; of numbers in order. */
function lastNotAbove(numbers: readonly number[], limit: number): number {
  let [low, high] = [0, numbers.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((numbers[middle] ?? 0) <= limit) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return low;
}
