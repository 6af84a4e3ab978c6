import { peopleOf, type SearchDocument } from './document';
import type { Candidate, IndexAnswer } from './index-query';
import { parseQuery, type QueryWord } from './query';

/** A document with all words in its title is this much better than one with them in its text. */
const TITLE_SHARE = 0.25;
const BASE_SCORE = 0.7;

/** Looks through texts for the words of a query as they are typed: what is there before an index is. */
export class Scan {
  private readonly typed: readonly QueryWord[];
  private readonly words: readonly QueryWord[];
  private readonly candidates: Candidate[] = [];
  /** One byte for each document: 1 for those that hold every telling word, and for all when there are none. */
  readonly held: Uint8Array;

  /** @param size number of documents */
  constructor(text: string, size: number) {
    this.held = new Uint8Array(size);
    this.typed = parseQuery(text);
    this.words = this.typed.filter(({ ignored }) => !ignored);
  }

  look(document: SearchDocument, position: number): void {
    const title = document.title.toLowerCase();
    const missing = this.words.filter(({ term }) => !title.includes(term));
    if (missing.length > 0) {
      const rest = `${document.abstract} ${peopleOf(document)}`.toLowerCase();
      if (!missing.every(({ term }) => rest.includes(term))) {
        return;
      }
    }
    const inTitle = (this.words.length - missing.length) / Math.max(1, this.words.length);
    this.held[position] = 1;
    this.candidates.push({ document: position, score: BASE_SCORE + TITLE_SHARE * inTitle, complete: true, corrections: [] });
  }

  /** The documents that were found, those with the words in the title first. An empty query finds none. */
  answer(limit: number): IndexAnswer {
    const words = this.words.map((word) => ({
      word,
      expansions: [{ kind: 'exact' as const, terms: [word.term], boost: 1, coverage: 1 }],
    }));
    const found = words.length > 0 ? this.candidates : [];
    const best = [...found].sort((a, b) => b.score - a.score || a.document - b.document).slice(0, Math.max(0, Math.floor(limit)));
    return { typed: this.typed, words, candidates: best };
  }
}
