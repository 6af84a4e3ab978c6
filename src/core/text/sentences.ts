import type { TextRange } from '../anchors/text-target';

/** Marks that end a sentence, with the quotes and brackets that close after them. Each run of marks is looked at once. */
const END = /(?<![.!?…])(?<mark>[.!?…]+)["'”’»)\]*_]*(?=\s|$)|[。！？]/gu;

const BLANK = /^\s*$/u;
const HEADING = /^[ \t]*#{1,6}[ \t]/u;
const ITEM = /^[ \t]*(?:[-*•]|\d{1,3}[.)])[ \t]/u;

/** Words whose full stop ends no sentence, in small letters. After those in `WITH_NUMBER` only if a number or a bracket follows. */
const ABBREVIATIONS = new Set(
  'al approx ca cf dept dr e.g eg eqn est i.e ie incl jr mr mrs ms prof resp sr st v viz vs w.r.t wrt'.split(' '),
);
const WITH_NUMBER = new Set('app art ch chap eq eqs fig figs no nos p pp ref refs sec secs sect tab tabs thm vol alg algs'.split(' '));

/** Words that begin sentences: after a single letter they tell "of rank R. We" from "J. Smith". */
const OPENERS = /^(?:A|An|And|As|At|Based|But|By|Each|Experiments?|Finally|First|For|From|Furthermore|Given|Here|However|If|In|It|Its|Moreover|On|Our|Results|Second|Since|Such|That|The|Then|There|These|They|This|Those|Thus|To|Using|We|When|Where|While|With)\b/u;

/** No word that has a meaning here is longer; what is longer need not be looked at whole. */
const LONGEST_WORD = 24;

/**
 * The sentences of a text, in order, without the blanks between them. What stands alone, such as a heading or an item of
 * a list, counts as a sentence. Takes time in proportion to the length of the text, whatever it holds.
 */
export function sentencesOf(text: string): readonly TextRange[] {
  return blocksOf(text).flatMap((block) => sentencesOfBlock(text, block));
}

/** Paragraphs, headings and items of lists. */
function blocksOf(text: string): readonly TextRange[] {
  const blocks: TextRange[] = [];
  let start = 0;
  let lineStart = 0;
  const close = (end: number) => {
    if (end > start) {
      blocks.push({ start, end });
    }
    start = end;
  };
  for (const line of text.split('\n')) {
    const lineEnd = lineStart + line.length;
    const isHeading = HEADING.test(line);
    if (isHeading || ITEM.test(line) || BLANK.test(line)) {
      close(lineStart);
    }
    if (isHeading) {
      close(lineEnd);
    }
    lineStart = lineEnd + 1;
  }
  close(text.length);
  return blocks;
}

function sentencesOfBlock(text: string, block: TextRange): readonly TextRange[] {
  const ranges: TextRange[] = [];
  const words = text.slice(block.start, block.end);
  let start = 0;
  const close = (end: number) => {
    const range = trimmed(words, start, end);
    if (range.end > range.start) {
      ranges.push({ start: block.start + range.start, end: block.start + range.end });
    }
    start = end;
  };
  for (const match of words.matchAll(END)) {
    const end = match.index + match[0].length;
    const mark = match.groups?.['mark'];
    if (mark === undefined || endsSentence(words, start, match.index, mark, end)) {
      close(end);
    }
  }
  close(words.length);
  return ranges;
}

/** The sentence that holds an offset; between two, the one before; `undefined` where there is none. `sentences` as `sentencesOf` gives them. */
export function sentenceAt(sentences: readonly TextRange[], offset: number): TextRange | undefined {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.start ?? Infinity) <= offset) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return sentences[low - 1];
}

/** @param at where the mark begins @param end where what closes with it ends @param start of the sentence so far */
function endsSentence(text: string, start: number, at: number, mark: string, end: number): boolean {
  const next = /^\s*["'“‘«(\[*_`$]*(.*)/su.exec(text.slice(end, end + LONGEST_WORD))?.[1] ?? '';
  if (/^\p{Ll}/u.test(next) && !/^\w*\p{Lu}/u.test(next)) {
    return false;
  }
  if (mark !== '.') {
    return true;
  }
  const word = /[^\s([{"“'‘*_]*$/u.exec(text.slice(Math.max(start, at - LONGEST_WORD), at))?.[0] ?? '';
  const small = word.toLowerCase();
  if (ABBREVIATIONS.has(small)) {
    return false;
  }
  if (WITH_NUMBER.has(small)) {
    return !/^\s*[(\[]?[\dA-Z]?[.\d]/u.test(text.slice(end, end + LONGEST_WORD));
  }
  if (/^\p{Lu}$/u.test(word)) {
    return next === '' || OPENERS.test(next);
  }
  // The number of a list's item.
  return !(/^\d{1,3}$/u.test(word) && at - start <= LONGEST_WORD && text.slice(start, at).trim() === word);
}

function trimmed(text: string, from: number, to: number): TextRange {
  let start = from;
  let end = to;
  while (start < end && /\s/u.test(text.charAt(start))) {
    start++;
  }
  while (end > start && /\s/u.test(text.charAt(end - 1))) {
    end--;
  }
  return { start, end };
}
