import type { PaperKey } from '../papers/paper';
import { CorpusIndex } from './corpus-index';
import type { SearchDocument } from './document';
import { fingerprintsOf } from './fingerprint';
import { finish } from './finish';
import type { SearchHit } from './hit';
import { MIN_CANDIDATES } from './rank';
import { SHARD_SIZE } from './shard';
import { splitShardFiles, StaleIndexError } from './shard-file';

export type { SearchDocument } from './document';
export type { Correction, MatchRange, SearchHit, Snippet } from './hit';
export { StaleIndexError } from './shard-file';

const DEFAULT_LIMIT = 20;

/** Full-text search over papers in one piece: an index together with the texts. */
export class SearchEngine {
  private readonly index = new CorpusIndex();

  private constructor(private readonly documents: readonly SearchDocument[]) {
    this.index.open(fingerprintsOf(documents));
  }

  /** Indexes documents: about a second for a thousand. */
  static build(documents: readonly SearchDocument[]): SearchEngine {
    const engine = new SearchEngine(documents);
    for (const positions of engine.index.plan(SHARD_SIZE)) {
      const own = Array.from(positions, (position) => documents[position]).filter((document) => document !== undefined);
      engine.index.add([...positions], own);
      engine.index.build();
    }
    return engine;
  }

  /**
   * Takes up what `serialise` gave, over the same documents in whatever order.
   *
   * @throws StaleIndexError when it is of another version, lacks a document or is damaged: build anew then.
   */
  static load(bytes: Uint8Array, documents: readonly SearchDocument[]): SearchEngine {
    const engine = new SearchEngine(documents);
    for (const file of splitShardFiles(bytes)) {
      engine.index.take(file);
    }
    if (engine.index.indexed < documents.length) {
      throw new StaleIndexError('documents');
    }
    return engine;
  }

  /** The index as bytes. The documents are not part of it. */
  serialise(): Uint8Array<ArrayBuffer> {
    const files = this.index.keep().map(({ bytes }) => bytes);
    const all = new Uint8Array(files.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const file of files) {
      all.set(file, at);
      at += file.length;
    }
    return all;
  }

  /**
   * Papers for what was typed so far, best first. Nothing in a query is syntax and no query fails: an empty one has no
   * hits, and only the first 16 words count.
   *
   * @param limit most hits to return, up to 1,000.
   */
  search(query: string, limit: number = DEFAULT_LIMIT): readonly SearchHit[] {
    return finish(this.index.ask({ text: query, limit: Math.max(limit, MIN_CANDIDATES) }), this.documents, limit);
  }

  /** Papers that hold every telling word of a query in some form: what a filter keeps. An empty query keeps all. */
  holding(query: string): ReadonlySet<PaperKey> {
    const held = this.index.holding(query);
    return new Set(this.documents.flatMap(({ key }, place) => (held[place] === 1 ? [key] : [])));
  }
}
