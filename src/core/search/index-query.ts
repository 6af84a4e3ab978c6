import type { ExpandedWord } from './expand';
import type { Correction } from './hit';
import type { QueryWord } from './query';

/** What an index is asked. Nothing in `text` is syntax. */
export interface IndexQuery {
  readonly text: string;
  /** Most candidates to return. */
  readonly limit: number;
  /** One byte for each document, in the order in which they were indexed: those with 0 are left out. */
  readonly allowed?: Uint8Array;
}

/** A document that may be an answer. */
export interface Candidate {
  /** Position among the documents. */
  readonly document: number;
  /** Without what only the texts tell; comparable within one answer. */
  readonly score: number;
  /** Every telling word of the query is in the document as it stands. */
  readonly complete: boolean;
  /** Words that the document holds only as a word that is spelt much like them. */
  readonly corrections: readonly Correction[];
}

/** What an index answers: plain data, so that the index may live in a worker and the texts with whoever asked. */
export interface IndexAnswer {
  /** All words of the query, also those left out of the search. */
  readonly typed: readonly QueryWord[];
  /** The words searched for, each with what it may stand for. */
  readonly words: readonly ExpandedWord[];
  /** Best first, equal ones in the order of the documents. */
  readonly candidates: readonly Candidate[];
}
