import type * as vscode from 'vscode';
import type { Digest } from '../core/papers/digest';
import type { SearchDocument } from '../core/search/document';
import type { SimilarDocument } from '../core/search/similar';
import type { IndexAnswer, IndexQuery } from '../core/search/index-query';
import type { Corpus } from '../protocol/worker';

export type { Corpus } from '../protocol/worker';

/** An answer with where it comes from. `finish` of `core/search/finish` makes hits of it. */
export interface CorpusAnswer extends IndexAnswer {
  /** `scan`: the index is not far enough yet, and the texts were looked through for the words as typed. */
  readonly from: 'index' | 'scan';
  /** From an index of all documents. While it is being built it is false: ask again when `onDidProgress` says that it is. */
  readonly complete: boolean;
}

export interface IndexProgress {
  readonly corpus: Corpus;
  /** Documents that are indexed; `total` when the index is complete. */
  readonly indexed: number;
  readonly total: number;
}

/**
 * Search indexes and the reading of digests, off the thread of the extension host where the host has workers. The
 * texts stay with the caller: documents are named by their position in the list that was opened last.
 */
export interface IndexService extends vscode.Disposable {
  /** While an index is built, and when it is complete after an answer that was not. */
  readonly onDidProgress: vscode.Event<IndexProgress>;

  /**
   * From now on the corpus is these documents, in this order. Only what is new is indexed; what was indexed before, in
   * this session or an earlier one, is taken up. Positions in later answers are those of this list. Opening again
   * before it is done replaces it.
   *
   * @param token stops the indexing soon; what was indexed stays, and a later `open` goes on from there
   * @returns when the index is complete, or replaced by a later `open`
   * @throws vscode.CancellationError
   */
  open(corpus: Corpus, documents: readonly SearchDocument[], token?: vscode.CancellationToken): Promise<void>;

  /**
   * Documents for a query, best first; at once, from as much of the index as there is.
   *
   * @param line questions of one line replace each other; whoever is not typing into the search names a line of its own
   * @throws vscode.CancellationError when a later question of the same corpus and line replaced it
   */
  ask(corpus: Corpus, query: IndexQuery, line?: string): Promise<CorpusAnswer>;

  /**
   * One byte for each document: 1 for those that hold every telling word of the text in some form; all of them for a
   * text without words. By a scan for the words as typed while the index is being built.
   */
  holding(corpus: Corpus, text: string): Promise<Uint8Array>;

  /**
   * Documents like that of a position, best first, once all are indexed; none where they cannot be.
   *
   * @throws vscode.CancellationError when other documents were opened meanwhile
   */
  similar(corpus: Corpus, position: number, limit: number): Promise<readonly SimilarDocument[]>;

  /** Groups of names for one thing, in place of the built-in ones (`ALIASES` in `core/search/aliases`). */
  setAliases(groups: readonly (readonly string[])[]): void;

  /**
   * Reads bytes as a digest, whatever its form. What is none is a digest without papers, whose problem says so.
   *
   * @param name of the file, without folders, where there is one
   * @throws ReaderError when reading takes more memory than there is, or the host has no worker to read in
   * @throws vscode.CancellationError
   */
  readDigest(bytes: Uint8Array, name: string | undefined, token?: vscode.CancellationToken): Promise<Digest>;
}
