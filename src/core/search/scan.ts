import { peopleOf, type SearchDocument } from './document';
import type { Candidate, IndexAnswer } from './index-query';
import { parseQuery, type QueryWord } from './query';

/** Beside words in the text, those in the title; the phrase bonus comes on top. */
const SCORE = { text: 0.7, title: 0.25 };

/** Looks through texts for the words of a query as they are typed: what is there before an index is. */
export class Scan {
  /** One byte for each document: 1 for those that hold every telling word, and for all when there are none. */
  readonly held: Uint8Array;
  private readonly typed: readonly QueryWord[];
  private readonly words: readonly QueryWord[];
  /** Positions of the documents that hold them all, by how many of them are in the title. */
  private readonly found: readonly number[][];

  /** @param size number of documents */
  constructor(text: string, size: number) {
    this.held = new Uint8Array(size);
    this.typed = parseQuery(text);
    this.words = this.typed.filter(({ ignored }) => !ignored);
    this.found = Array.from({ length: this.words.length + 1 }, () => []);
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
    this.held[position] = 1;
    this.found[this.words.length - missing.length]?.push(position);
  }

  /** The documents that were found, those with more of the words in the title first. An empty query finds none. */
  answer(limit: number): IndexAnswer {
    const words = this.words.map((word) => ({
      word,
      expansions: [{ kind: 'exact' as const, terms: [word.term], boost: 1, coverage: 1 }],
    }));
    const candidates: Candidate[] = [];
    for (let inTitle = words.length; inTitle >= 0 && words.length > 0; inTitle--) {
      const score = SCORE.text + (SCORE.title * inTitle) / words.length;
      const wanted = (this.found[inTitle] ?? []).slice(0, Math.max(0, limit - candidates.length));
      candidates.push(...wanted.map((document) => ({ document, score, complete: true, corrections: [] })));
    }
    return { typed: this.typed, words, candidates };
  }
}
