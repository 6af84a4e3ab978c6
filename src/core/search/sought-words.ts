import type { WordsSought } from './search-query';
import { stemOf } from './stem';
import { textWords, type TextWords } from './text-words';

/** Endings of grammar; a consonant may be doubled before them. */
const ENDINGS: ReadonlySet<string> = new Set(['', 'e', 'y', 's', 'es', 'ies', 'd', 'ed', 'ied', 'ing']);
const LONGEST_ENDING = 4;
const SHORTEST_BEGINNING = 2;

/** What stands inside words that are written as one: `long-clip`, `e^2-llm`. */
const BETWEEN = "(?:'s|[^a-z0-9\\s])*";

const NOT_ASCII = '[^\\u0000-\\u007f]';

/** The words of a query as they are looked for in texts: one after another, or written as one. */
export class SoughtWords {
  private readonly words: readonly string[];
  private readonly together: string;
  /** Finds places where the first word may stand; a place it does not find is none. */
  private readonly place: RegExp;
  /** From a place on, as much of the text as all the words may take. */
  private readonly stretch: RegExp;

  constructor(private readonly sought: WordsSought) {
    this.words = textWords(sought.text).words;
    this.together = this.words.join('');
    this.place = placeOf(this.words[0] ?? '', sought.exact);
    this.stretch = new RegExp(`\\S+(?:\\s+\\S+){0,${Math.max(0, this.words.length - 1)}}`, 'y');
  }

  /** Whether a text has them. Only stretches of it that may are cut into words: that is most of the work. */
  areIn(text: string): boolean {
    if (this.words.length === 0) {
      return false;
    }
    this.place.lastIndex = 0;
    for (let found = this.place.exec(text); found; found = this.place.exec(text)) {
      const [start, end] = chunkAt(text, found.index);
      this.stretch.lastIndex = start;
      if (this.areInStretch(textWords(this.stretch.exec(text)?.[0] ?? ''))) {
        return true;
      }
      this.place.lastIndex = end;
    }
    return false;
  }

  private areInStretch({ words, pieces }: TextWords): boolean {
    if (words.some((_, place) => this.areAt(words, place))) {
      return true;
    }
    return !this.sought.exact && (pieces.has(this.together) || this.areOneOf(words) || this.areOneOf(pieces));
  }

  private areAt(words: readonly string[], place: number): boolean {
    return this.words.every((word, offset) => {
      const found = words[place + offset];
      return found !== undefined && (found === word || (!this.sought.exact && this.isForm(found, word, offset === this.words.length - 1)));
    });
  }

  private areOneOf(terms: Iterable<string>): boolean {
    for (const term of terms) {
      if (term === this.together || this.isForm(term, this.together, true)) {
        return true;
      }
    }
    return false;
  }

  /** Another number or tense of a word (`policies` for `policy`), or what the last word may become. */
  private isForm(found: string, word: string, isLast: boolean): boolean {
    return isInflected(found, word) || (isLast && this.sought.unfinished && found.startsWith(word));
  }
}

/** Same stem and endings of grammar alone: `general` and `generation` have one stem too, and are other words. */
function isInflected(one: string, other: string): boolean {
  // A stem begins as its word does: spares stemming nearly every word of a text.
  if (one.charCodeAt(0) !== other.charCodeAt(0) || stemOf(one) !== stemOf(other)) {
    return false;
  }
  let shared = 0;
  while (shared < one.length && one[shared] === other[shared]) {
    shared++;
  }
  const last = one[shared - 1];
  return [one, other].every((word) => ENDINGS.has(word.slice(word[shared] === last ? shared + 1 : shared)));
}

/** A word begins with the letters that its forms share. Letters outside ASCII may stand for others: `é`, `ﬁ`. */
function placeOf(word: string, exact: boolean): RegExp {
  if (/[^a-z0-9.]/u.test(word)) {
    return new RegExp(NOT_ASCII, 'g');
  }
  const shared = word.slice(0, Math.max(SHORTEST_BEGINNING, word.length - LONGEST_ENDING)).replaceAll('.', '');
  return new RegExp(`${exact ? word.replaceAll('.', '\\.') : Array.from(shared).join(BETWEEN)}|${NOT_ASCII}`, 'gi');
}

/** The stretch without blanks round a place. */
function chunkAt(text: string, place: number): readonly [start: number, end: number] {
  let start = place;
  while (start > 0 && !isBlank(text, start - 1)) {
    start--;
  }
  let end = place + 1;
  while (end < text.length && !isBlank(text, end)) {
    end++;
  }
  return [start, end];
}

function isBlank(text: string, place: number): boolean {
  return /\s/u.test(text.charAt(place));
}
