import search from 'approx-string-match';
import { align, equalsOf, type Crumb } from './align';
import type { TextRange } from './text-target';
import { LONGEST_WHOLE, MOST_CELLS, MOST_PLACES, SEARCHED_DIFFERENCE } from './thresholds';

/** Words and what stood around them, in the form in which they are looked for. */
export interface Sought {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** A place that holds words like those sought. */
export interface SimilarPlace {
  readonly range: TextRange;
  /** Letters of the words that have their equal there. */
  readonly kept: number;
}

/** Pieces of a quote that are looked for by themselves: something may have been put in between, or left out. */
const PIECE = { length: 48, difference: 0.25 };

/** How far around a find the words may reach, as a share of their length and at least. */
const REACH = { share: 0.5, least: 48 };

/** Finds that are looked at closely; the closest come first. */
const MOST_WINDOWS = 12;

const WORD = /[\p{L}\p{N}]/u;

/**
 * Places in a text that hold words like those sought. They are looked for as a whole, with what stood around them and in pieces;
 * around each find, the words in their context are laid beside the text to see where they begin and end now.
 *
 * @param crumb what at the ends of a place found its equal by chance, where the text is not one of letters
 */
export function similarPlaces(text: string, sought: Sought, crumb?: Crumb): readonly SimilarPlace[] {
  const { exact, prefix, suffix } = sought;
  const length = Math.min(PIECE.length, exact.length);
  const finds = [
    ...(exact.length > LONGEST_WHOLE ? [] : [prefix + exact + suffix, prefix + exact, exact + suffix, exact]).flatMap((pattern) => matches(text, pattern, SEARCHED_DIFFERENCE)),
    ...[exact.slice(0, length), exact.slice(-length), prefix + exact.slice(0, length), exact.slice(-length) + suffix].flatMap((pattern) => matches(text, pattern, PIECE.difference)),
  ];
  const reach = Math.max(REACH.least, Math.ceil(exact.length * REACH.share)) + exact.length + prefix.length + suffix.length;
  const windows = joined(finds.slice(0, MOST_PLACES).map(({ start, end }) => ({ start: Math.max(0, end - reach), end: Math.min(text.length, start + reach) })), reach);
  const cells = (prefix.length + exact.length + suffix.length) * reach * 2;
  return windows.slice(0, Math.max(1, Math.min(MOST_WINDOWS, Math.floor(MOST_CELLS / cells)))).flatMap((window) => {
    const alignment = align(prefix + exact + suffix, text.slice(window.start, window.end));
    const equals = equalsOf(alignment, { start: prefix.length, end: prefix.length + exact.length }, crumb).map((place) => window.start + place);
    return wholeWords(text, equals, sought);
  });
}

/** The best matches that differ in no more than a share of the pattern. */
function matches(text: string, pattern: string, difference: number): readonly TextRange[] {
  return pattern === '' ? [] : search(text, pattern, Math.ceil(pattern.length * difference)).slice(0, MOST_PLACES);
}

/** Windows that have nearly everything in common become one, as long as that is not much longer: in one there is one place. */
function joined(windows: readonly TextRange[], reach: number): readonly TextRange[] {
  const kept: TextRange[] = [];
  for (const window of windows) {
    const index = kept.findIndex(({ start, end }) => Math.max(end, window.end) - Math.min(start, window.start) <= reach * 2 && Math.abs(start - window.start) < reach / 4);
    const known = kept[index];
    if (known === undefined) {
      kept.push(window);
    } else {
      kept[index] = { start: Math.min(known.start, window.start), end: Math.max(known.end, window.end) };
    }
  }
  return kept;
}

/** Whether a place begins and ends a word where the words sought did. */
export function isCutLike(text: string, { start, end }: TextRange, { exact, prefix, suffix }: Sought): boolean {
  return (insideWord(prefix + exact, prefix.length) || !insideWord(text, start)) && (insideWord(exact + suffix, exact.length) || !insideWord(text, end));
}

function insideWord(text: string, index: number): boolean {
  return isWord(text, index - 1) && isWord(text, index);
}

/** The place of letters that agree. Words that were whole at its ends are whole again, if most of each is there, or left out. */
function wholeWords(text: string, equals: Int32Array, { exact, prefix, suffix }: Sought): readonly SimilarPlace[] {
  let [first, last] = [0, equals.length - 1];
  const at = (index: number) => equals[index] ?? 0;
  const isWholeAtStart = isWord(exact, 0) && !isWord(prefix, prefix.length - 1);
  const isWholeAtEnd = isWord(exact, exact.length - 1) && !isWord(suffix, 0);
  while (isWholeAtStart && first <= last && isMostlyLost(wordAt(text, at(first)), equals)) {
    first++;
  }
  while (isWholeAtEnd && first <= last && isMostlyLost(wordAt(text, at(last)), equals)) {
    last--;
  }
  if (first > last) {
    return [];
  }
  const start = isWholeAtStart ? wordAt(text, at(first)).start : at(first);
  const end = isWholeAtEnd ? wordAt(text, at(last)).end : at(last) + 1;
  return [{ range: { start, end }, kept: last + 1 - first }];
}

function isMostlyLost({ start, end }: TextRange, equals: Int32Array): boolean {
  return equals.filter((place) => place >= start && place < end).length * 2 < end - start;
}

/** The word that a letter is in; by itself what is no letter. */
function wordAt(text: string, index: number): TextRange {
  let [start, end] = [index, index + 1];
  while (insideWord(text, start)) {
    start--;
  }
  while (insideWord(text, end)) {
    end++;
  }
  return { start, end };
}

function isWord(text: string, index: number): boolean {
  return WORD.test(text.charAt(index));
}
