import type { CodeTarget, LineRange } from './code-target';
import { bareOf, linesOf, wordsOf, type CodeText } from './code-text';
import { similarPlaces } from './similar-places';
import { LONGEST_QUOTE, LONGEST_TEXT } from './thresholds';

/** Words kept of the context. */
export const CONTEXT_WORDS = 24;

/** Characters of nobody's, which stand for words here: a text of words can then be looked through like one of letters. */
const PRIVATE = { first: 0xe000, count: 0x1900 };

/** A few words that stand alone found their equal by chance; more are a line. */
const CRUMB = { apart: 12, most: 3, share: 0.25 };

/** Lines like those of a target. */
export interface SimilarLines {
  readonly lines: LineRange;
  /** Words of the target that have their equal there. */
  readonly kept: number;
}

/** Words as characters, one each. Those that the target does not have are all the same. */
export class WordCode {
  private readonly characters = new Map<string, string>();

  constructor({ exact, before, after }: Pick<CodeTarget, 'exact' | 'before' | 'after'>) {
    for (const word of [exact, before, after].flatMap(wordsOf)) {
      if (!this.characters.has(word)) {
        this.characters.set(word, String.fromCharCode(PRIVATE.first + 1 + (this.characters.size % (PRIVATE.count - 1))));
      }
    }
  }

  of(words: readonly string[]): string {
    return words.map((word) => this.characters.get(word) ?? String.fromCharCode(PRIVATE.first)).join('');
  }
}

/** Places with words like a target's, each from its first to its last line. */
export function similarCode(code: CodeText, target: CodeTarget): readonly SimilarLines[] {
  const words = new WordCode(target);
  const exact = words.of(wordsOf(target.exact));
  if (exact === '' || exact.length > LONGEST_QUOTE || code.words.length > LONGEST_TEXT) {
    return [];
  }
  const sought = { exact, prefix: words.of(wordsOf(target.before).slice(-CONTEXT_WORDS)), suffix: words.of(wordsOf(target.after).slice(0, CONTEXT_WORDS)) };
  return similarPlaces(words.of(code.words), sought, CRUMB).map(({ range, kept }) => ({ lines: withBrackets(code, withEnds(code, code.linesOfWords(range), target), target), kept }));
}

/** How far from a place its first and its last line are looked for, in lines and at most by its length: something was put in beside them. */
const ENDS_APART = { least: 4, most: 12 };

/** A place with the target's first and last line, where they stand near its ends. */
function withEnds({ lines }: CodeText, { first, last }: LineRange, { exact }: CodeTarget): LineRange {
  const target = linesOf(exact).filter((line) => wordsOf(line).length > 0).map(bareOf);
  const reach = Math.min(ENDS_APART.most, Math.max(ENDS_APART.least, target.length));
  const find = (wanted: string | undefined, from: number, step: 1 | -1) => {
    const candidates = Array.from({ length: reach + 1 }, (_, apart) => from + step * apart);
    return candidates.find((line) => bareOf(lines[line - 1] ?? '') === wanted) ?? from;
  };
  return { first: find(target[0], first, -1), last: find(target.at(-1), last, 1) };
}

/** Lines of brackets alone, which have no words, belong to the place as they belong to the target. */
function withBrackets({ lines }: CodeText, { first, last }: LineRange, { exact }: CodeTarget): LineRange {
  const wordless = (line: string) => wordsOf(line).length === 0;
  const target = linesOf(exact).filter((line) => bareOf(line) !== '');
  const [before, after] = [target.findIndex((line) => !wordless(line)), [...target].reverse().findIndex((line) => !wordless(line))];
  const reach = (from: number, step: 1 | -1, most: number) => {
    let taken = 0;
    let line = from;
    for (let next = from + step; taken < most && wordless(lines[next - 1] ?? '0'); next += step) {
      if (bareOf(lines[next - 1] ?? '') !== '') {
        taken++;
        line = next;
      }
    }
    return line;
  };
  return { first: reach(first, -1, before), last: reach(last, 1, after) };
}
