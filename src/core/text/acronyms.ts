import type { TextRange } from '../anchors/text-target';

/** A short form with what it stands for, where the text says both. */
export interface Acronym {
  readonly short: string;
  /** Without the marks of Markdown. */
  readonly long: string;
  /** Both forms in the text, with what stands between. */
  readonly range: TextRange;
}

const LONGEST_SHORT = 10;
const SHORTEST_SHORT = 2;
const MOST_SHORT_WORDS = 2;
/** No long form is longer, and nothing further back need be looked at. UTF-16 units. */
const LONGEST_LONG = 200;

const BRACKETS = /[*_]*\((?<inside>[^()\n]{2,200})\)/gu;
const WORD_BEFORE = /[\p{L}\p{N}][\p{L}\p{N}.+/-]*$/u;
/** Words of a long form that a short form may leave out. */
const SMALL_WORDS: ReadonlySet<string> = new Set('a an and as by for from in of on the to via with'.split(' '));
const MARKS = /[*_`]+/gu;
const ENDS = /[.!?;:](?=\s)|\n\s*\n/gu;

/**
 * The acronyms that a text writes out, each once, in the order of the text: `Chain-of-Thought (CoT)` or `CoT (Chain-of-Thought)`.
 *
 * Source: Ariel S. Schwartz and Marti A. Hearst, A simple algorithm for identifying abbreviation definitions in biomedical text,
 * Pacific Symposium on Biocomputing 2003. Beside it: first letters of words go before letters inside them,
 * a short form has a capital letter, and a long form does not reach over the end of a sentence.
 */
export function acronymsOf(text: string): readonly Acronym[] {
  const found = new Map<string, Acronym>();
  for (const match of text.matchAll(BRACKETS)) {
    const acronym = acronymAt(text, match.index, match[0], match.groups?.['inside'] ?? '');
    if (acronym !== undefined && !found.has(acronym.short)) {
      found.set(acronym.short, acronym);
    }
  }
  return [...found.values()];
}

/** Where a short form stands in a text apart from where it is written out, in singular and plural. */
export function placesOf({ short, range }: Acronym, text: string): readonly TextRange[] {
  const escaped = singular(short).replace(/[.*+?^${}()|[\]\\/-]/gu, '\\$&');
  const places = Array.from(text.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])${escaped}s?(?![\\p{L}\\p{N}])`, 'gu')), ({ index, 0: words }) => ({ start: index, end: index + words.length }));
  return places.filter(({ start, end }) => end <= range.start || start >= range.end);
}

function acronymAt(text: string, at: number, brackets: string, inside: string): Acronym | undefined {
  const before = sentenceBefore(text, at);
  const end = at + brackets.length;
  // `(CoT; Wei et al.)` says the short form too.
  const short = inside.split(/[;,]/u)[0]?.replaceAll(MARKS, '').trim() ?? '';
  if (isShort(short)) {
    const long = longForm(short, before.slice(-LONGEST_LONG), mostWords(short));
    return long === undefined ? undefined : { short, long: tidy(long), range: { start: at - lengthFrom(before, long), end } };
  }
  const word = WORD_BEFORE.exec(before.trimEnd().replace(/[*_]+$/u, ''))?.[0] ?? '';
  const long = isShort(word) && inside.trim().split(/\s+/u).length <= mostWords(word) ? longForm(word, inside, mostWords(word)) : undefined;
  // All that is in the brackets is the long form, or none of it.
  return long !== undefined && tidy(long) === tidy(inside) ? { short: word, long: tidy(long), range: { start: at - lengthFrom(before, word), end } } : undefined;
}

function isShort(form: string): boolean {
  return (
    form.length >= SHORTEST_SHORT && form.length <= LONGEST_SHORT && /^[\p{L}\p{N}]/u.test(form) && /\p{Lu}/u.test(form) && form.split(/\s+/u).length <= MOST_SHORT_WORDS
  );
}

/** Words that a long form has at most, by the authors' rule. */
function mostWords({ length }: string): number {
  return Math.min(length + 5, length * 2);
}

/** The end of some words that a short form stands for, as written. */
function longForm(short: string, words: string, most: number): string | undefined {
  const at = byInitials(short, words) ?? byLetters(short, words);
  if (at === undefined) {
    return undefined;
  }
  const start = words.slice(0, at).search(/\S+$/u);
  const long = words.slice(start < 0 ? at : start).replace(/^[\s"'“‘(]+/u, '');
  const tidied = tidy(long);
  const isLong = tidied.length > short.length && tidied.split(/\s+/u).length <= most;
  return isLong && !tidied.split(/[\s-]+/u).includes(short) ? long : undefined;
}

/** Where the last words begin whose first letters spell a short form: `Proximal Policy Optimization`, of which the authors take two. */
function byInitials(short: string, words: string): number | undefined {
  const letters = singular(short).toLowerCase();
  let letter = letters.length - 1;
  for (const { 0: word, index } of Array.from(words.matchAll(/[\p{L}\p{N}]+/gu)).reverse()) {
    if (word.charAt(0).toLowerCase() === letters.charAt(letter)) {
      letter--;
    } else if (!SMALL_WORDS.has(word.toLowerCase())) {
      return undefined;
    }
    if (letter < 0) {
      return index;
    }
  }
  return undefined;
}

/** Where the shortest end of some words begins that has the letters of a short form in their order, the first at the begin of a word. */
function byLetters(short: string, words: string): number | undefined {
  let at = words.length;
  for (let letter = short.length - 1; letter >= 0; letter--) {
    const sought = short.charAt(letter).toLowerCase();
    if (!isWordCharacter(sought)) {
      continue;
    }
    do {
      at--;
    } while (at >= 0 && (words.charAt(at).toLowerCase() !== sought || (letter === 0 && isWordCharacter(words.charAt(at - 1)))));
    if (at < 0) {
      return undefined;
    }
  }
  return at;
}

/** `LLM` of `LLMs`. */
function singular(short: string): string {
  return short.replace(/(?<=\p{Lu})s$/u, '');
}

function isWordCharacter(character: string): boolean {
  return /^[\p{L}\p{N}]$/u.test(character);
}

/** What stands before a place in its sentence. */
function sentenceBefore(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - LONGEST_LONG), at);
  const end = Array.from(before.matchAll(ENDS)).at(-1);
  return end === undefined ? before : before.slice(end.index + end[0].length);
}

function lengthFrom(before: string, words: string): number {
  return before.length - before.lastIndexOf(words);
}

function tidy(words: string): string {
  return words.replaceAll(MARKS, '').replace(/\s+/gu, ' ').replace(/["'”’\s]+$/u, '');
}
