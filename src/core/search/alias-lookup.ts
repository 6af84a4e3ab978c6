import { stemOf } from './stem';
import { termsOf } from './tokenise';

interface Name {
  readonly words: readonly string[];
  /** The other names of the same thing. */
  readonly others: readonly (readonly string[])[];
}

/** Other names for what a query names, out of groups of names for one thing. */
export class AliasLookup {
  /** By the stem of the name's first word. */
  private readonly byFirstStem = new Map<string, Name[]>();

  constructor(groups: readonly (readonly string[])[]) {
    for (const group of groups) {
      const names = group.map((name) => termsOf(name)).filter((words) => words.length > 0);
      for (const words of names) {
        const stem = stemOf(words[0] ?? '');
        const sameStem = this.byFirstStem.get(stem) ?? [];
        sameStem.push({ words, others: names.filter((other) => other !== words) });
        this.byFirstStem.set(stem, sameStem);
      }
    }
  }

  /** Other names, as words, of the things that the words at and around a place name. */
  at(terms: readonly string[], place: number): readonly (readonly string[])[] {
    const found: (readonly string[])[] = [];
    for (let from = 0; from <= place; from++) {
      for (const { words, others } of this.byFirstStem.get(stemOf(terms[from] ?? '')) ?? []) {
        if (from + words.length > place && words.every((word, offset) => stemOf(terms[from + offset] ?? '') === stemOf(word))) {
          found.push(...others);
        }
      }
    }
    return found;
  }
}
