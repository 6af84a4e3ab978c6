import { tokenise } from './tokenise';

/** Bounds the memory kept for texts already cut, about 4 MB when full. */
const MEMO_SIZE = 1_000;

/** A text as words are looked for in it: cut as the index cuts it. */
export interface TextWords {
  /** In order, as written. */
  readonly words: readonly string[];
  /** Parts of those words, and what is one word without its hyphens. */
  readonly pieces: ReadonlySet<string>;
}

export function textWords(text: string): TextWords {
  const words: string[] = [];
  const pieces = new Set<string>();
  for (const { kind, text: term } of tokenise(text)) {
    if (kind === 'word') {
      words.push(term);
    } else {
      pieces.add(term);
    }
  }
  return { words, pieces };
}

const memo = new Map<string, TextWords>();

/** The same for whole texts, of which the next letter typed asks again. */
export function rememberedWords(text: string): TextWords {
  const known = memo.get(text);
  if (known) {
    return known;
  }
  const words = textWords(text);
  if (memo.size >= MEMO_SIZE) {
    memo.clear();
  }
  memo.set(text, words);
  return words;
}
