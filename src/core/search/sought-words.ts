import type { WordsSought } from './search-query';
import { stemOf } from './stem';
import { textWords, type TextWords } from './text-words';

/** The words of a query as they are looked for: one after another, or written as one. */
export class SoughtWords {
  private readonly words: readonly string[];
  private readonly together: string;

  constructor(private readonly sought: WordsSought) {
    this.words = textWords(sought.text).words;
    this.together = this.words.join('');
  }

  /** Whether a text has them. */
  areIn({ words, pieces }: TextWords): boolean {
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

const ENDINGS: ReadonlySet<string> = new Set(['', 'e', 'y', 's', 'es', 'ies', 'd', 'ed', 'ied', 'ing']);

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
