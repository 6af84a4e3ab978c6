import type { SearchDocument } from '../../../src/core/search/document';

/** What an engine keeps of its index between two starts. */
export type Kept = string | Uint8Array;

/** A search engine as the bench sees it. Texts are given at every step, so that none has to keep them in its index. */
export interface Engine<Index> {
  /** As it stands in the table. */
  readonly name: string;
  build(corpus: readonly SearchDocument[]): Index | Promise<Index>;
  save(index: Index): Kept | Promise<Kept>;
  load(kept: Kept, corpus: readonly SearchDocument[]): Index | Promise<Index>;
  /** Positions in the corpus, best first. */
  search(index: Index, query: string, limit: number): readonly number[];
}

/** A text that an engine kept. */
export function keptText(kept: Kept): string {
  return typeof kept === 'string' ? kept : new TextDecoder().decode(kept);
}
