import type { ExpandedWord } from './expand';
import type { MatchRange } from './hit';
import { stemOf } from './stem';
import { visitTerms } from './tokenise';

const MIN_STEM_LENGTH = 3;
const MIN_PREFIX_LENGTH = 2;

/** A stretch of a text that matched. */
export interface TextMatch extends MatchRange {
  /** Position of the query word it matches. */
  readonly word: number;
}

/**
 * Finds what matched in a shown text by cutting the text again: keeping places in the index would make it two thirds
 * larger.
 */
export class Highlighter {
  private readonly wordByTerm = new Map<string, number>();
  private readonly wordByStem = new Map<string, number>();
  /** A stem begins as its word does: spares stemming nearly every word of a text. */
  private readonly stemInitials = new Set<string>();
  /** Names of several words, by first word. */
  private readonly names = new Map<string, { readonly terms: readonly string[]; readonly word: number }[]>();
  private readonly unfinished: { readonly prefix: string; readonly word: number } | undefined;

  constructor(words: readonly ExpandedWord[]) {
    words.forEach(({ word, expansions }, position) => {
      this.addTerm(word.term, position);
      for (const { kind, terms } of expansions) {
        if (kind === 'alias' && terms.length > 1) {
          this.addName(terms, position);
        } else {
          terms.forEach((term) => this.addTerm(term, position));
        }
      }
      const stem = stemOf(word.term);
      if (stem.length >= MIN_STEM_LENGTH && !this.wordByStem.has(stem)) {
        this.wordByStem.set(stem, position);
        this.stemInitials.add(stem.charAt(0));
      }
    });
    const last = words.length - 1;
    const word = words[last]?.word;
    this.unfinished = word?.unfinished && word.term.length >= MIN_PREFIX_LENGTH ? { prefix: word.term, word: last } : undefined;
  }

  /** What matched in a text, by start; matches may overlap. */
  matches(text: string): TextMatch[] {
    const found: TextMatch[] = [];
    const words: { readonly text: string; readonly start: number; readonly end: number }[] = [];
    visitTerms(text, (term, kind, start, end) => {
      const word = this.wordOf(term);
      if (word !== undefined) {
        found.push({ start, end, word });
      }
      if (kind === 'word' && this.names.size > 0) {
        words.push({ text: term, start, end });
      }
    });
    words.forEach(({ text: term, start }, at) => {
      for (const name of this.names.get(term) ?? []) {
        const last = words[at + name.terms.length - 1];
        if (last && name.terms.every((part, offset) => words[at + offset]?.text === part)) {
          found.push({ start, end: last.end, word: name.word });
        }
      }
    });
    return found.sort((a, b) => a.start - b.start || b.end - a.end);
  }

  private wordOf(term: string): number | undefined {
    const byStem = (): number | undefined => (this.stemInitials.has(term.charAt(0)) ? this.wordByStem.get(stemOf(term)) : undefined);
    const word = this.wordByTerm.get(term) ?? byStem();
    return word ?? (this.unfinished && term.startsWith(this.unfinished.prefix) ? this.unfinished.word : undefined);
  }

  private addTerm(term: string, word: number): void {
    if (!this.wordByTerm.has(term)) {
      this.wordByTerm.set(term, word);
    }
  }

  private addName(terms: readonly string[], word: number): void {
    const [first = ''] = terms;
    const names = this.names.get(first) ?? [];
    names.push({ terms, word });
    this.names.set(first, names);
  }
}

/** Matches as ranges in order, overlapping and touching ones made one. */
export function rangesOf(matches: readonly TextMatch[]): readonly MatchRange[] {
  const ranges: { start: number; end: number }[] = [];
  for (const { start, end } of matches) {
    const last = ranges.at(-1);
    if (last && start <= last.end) {
      last.end = Math.max(last.end, end);
    } else {
      ranges.push({ start, end });
    }
  }
  return ranges;
}
