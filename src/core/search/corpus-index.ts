import { Claims } from './claims';
import { ShardBuilder } from './compile';
import type { SearchDocument } from './document';
import type { IndexAnswer, IndexQuery } from './index-query';
import { planShards } from './plan';
import { NOWHERE } from './score';
import { SearchIndex } from './search-index';
import type { SimilarDocument } from './similar';
import { decodeShard, encodeShard, shardFileName, StaleIndexError } from './shard-file';

/** A shard as it is kept. */
export interface ShardFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * The index of a list of documents that changes: told the fingerprints of all, it keeps what it has of them, takes up
 * kept shards, and says which documents' texts it still needs. It never holds a text for longer than a shard is built.
 */
export class CorpusIndex {
  private readonly index = new SearchIndex();
  private fingerprints = new Float64Array(0);
  private claims = new Claims(this.fingerprints);
  private building: { readonly builder: ShardBuilder; readonly positions: number[] } | undefined;

  /** How many documents are indexed. */
  get indexed(): number {
    return this.index.indexed;
  }

  setAliases(groups: readonly (readonly string[])[]): void {
    this.index.setAliases(groups);
  }

  /** From now on the documents with these fingerprints, in this order. A shard that is being built is given up. */
  open(fingerprints: Float64Array<ArrayBuffer>): void {
    this.building = undefined;
    this.fingerprints = fingerprints;
    this.claims = new Claims(fingerprints);
    this.index.arrange(
      fingerprints.length,
      this.index.shards.map((shard) => this.claims.claim(shard.fingerprints)),
    );
  }

  /**
   * Takes up a kept shard.
   *
   * @throws StaleIndexError when it cannot be used, or all its documents are gone or indexed already
   */
  take(bytes: Uint8Array): void {
    const kept = decodeShard(bytes);
    const positions = this.claims.claim(kept.fingerprints);
    if (positions.every((position) => position === NOWHERE)) {
      throw new StaleIndexError('documents');
    }
    this.index.add({ shard: kept.shard, fingerprints: kept.fingerprints.slice() }, positions);
  }

  /** Positions of the documents of each shard that is to be built, for `add` and `build`. @param size most documents of a shard */
  plan(size: number): Uint32Array<ArrayBuffer>[] {
    const shards = this.index.shards.map(({ positions }) => [...positions.filter((position) => position !== NOWHERE)]);
    const indexed = new Uint8Array(this.fingerprints.length);
    shards.flat().forEach((position) => (indexed[position] = 1));
    const missing = Array.from(indexed.keys()).filter((position) => indexed[position] === 0);
    return planShards(missing, shards, size);
  }

  /** Adds documents to the shard that is being built. Nearly all of the work of a build. */
  add(positions: readonly number[], documents: readonly SearchDocument[]): void {
    this.building ??= { builder: new ShardBuilder(), positions: [] };
    this.building.builder.add(documents);
    this.building.positions.push(...positions);
  }

  /** Finishes the shard of the documents added since the last one. */
  build(): ShardFile {
    const { builder, positions } = this.building ?? { builder: new ShardBuilder(), positions: [] };
    this.building = undefined;
    const kept = { shard: builder.finish(), fingerprints: Float64Array.from(positions, (position) => this.fingerprints[position] ?? 0) };
    this.claims.claim(kept.fingerprints);
    this.index.add(kept, Uint32Array.from(positions));
    return { name: shardFileName(kept.fingerprints), bytes: encodeShard(kept) };
  }

  /** The names of all shards' files. */
  names(): string[] {
    return this.index.shards.map(({ fingerprints }) => shardFileName(fingerprints));
  }

  /** All shards as they are kept. */
  keep(): ShardFile[] {
    return Array.from(this.index.keep(), (kept) => ({ name: shardFileName(kept.fingerprints), bytes: encodeShard(kept) }));
  }

  ask(query: IndexQuery): IndexAnswer {
    return this.index.ask(query);
  }

  /** One byte for each document: 1 for those that hold every telling word in some form, all for a text without words. */
  holding(text: string): Uint8Array<ArrayBuffer> {
    return this.index.holding(text);
  }
  /** Documents like that of a position, best first; none where it is not indexed. */
  similar(position: number, limit: number): readonly SimilarDocument[] {
    return this.index.similar(position, limit);
  }
}
