import type { TextRange } from '../anchors/text-target';

/** The words around a number within its sentence, of bounded length whatever the sentence's. */
export interface Context {
  /** Right before the number, at most `REACH` characters. */
  readonly before: string;
  /** Right after it; of a list of numbers right after the last, since they share what follows. */
  readonly after: string;
}

/** The rest of a list: ` and 2.26x` after `2.42x`. */
const LIST = /^(?:(?:,|,? and|,? or|\s?\/)\s?[+-]?\d+(?:\.\d+)?\s?(?:x|×|\\?%|times|\$?\\times\$?)){1,4}(?!\p{L})/iu;

const REACH = 160;

export function contextOf(text: string, sentence: TextRange, { start, end }: TextRange): Context {
  return {
    before: text.slice(Math.max(sentence.start, start - REACH), start),
    after: text.slice(end, Math.min(sentence.end, end + REACH)).replace(LIST, ''),
  };
}
