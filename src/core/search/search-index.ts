import { AliasLookup } from './alias-lookup';
import { ALIASES } from './aliases';
import { expandQuery, type ExpandedWord, type Expansion } from './expand';
import { FuzzyFinder } from './fuzzy';
import type { Correction } from './hit';
import type { IndexAnswer, IndexQuery } from './index-query';
import { parseQuery, type QueryWord } from './query';
import { topCandidates } from './rank';
import { NOWHERE, postingOf, Scorer, type PlacedShard } from './score';
import { exportShard, internShard, placeOf, SHARD_SIZE, type Shard } from './shard';
import type { KeptShard } from './shard-file';
import { similarTo, type SimilarDocument } from './similar';
import { Vocabulary, type CountedShard } from './vocabulary';

/** A shard of an index. */
interface IndexedShard extends PlacedShard {
  /** Of its documents, in their order, also of those that are gone. */
  readonly fingerprints: Float64Array;
  /** What the vocabulary counts of it. */
  readonly counted?: CountedShard;
}

/** Terms of documents long gone, beyond as many as are in use, before the vocabulary is made anew. */
const MAX_IDLE_TERMS = 20_000;

/**
 * Full-text index over documents that it names by position. lunr has analysed and weighed the texts (BM25); here the
 * flat postings are queried: words are expanded over the vocabulary (forms, completions, compounds, other names,
 * typos), the best expansion of each counts, and what covers more of the query, in the title too, comes first.
 */
export class SearchIndex {
  private vocabulary = new Vocabulary();
  private fuzzy = new FuzzyFinder(this.vocabulary);
  private scorer = new Scorer(this.vocabulary);
  private aliases = new AliasLookup(ALIASES);
  private list: readonly IndexedShard[] = [];
  /** For each position where its document is, as shard × `SHARD_SIZE` + place; `NOWHERE` when it is not indexed. */
  private homes = new Uint32Array(0);

  /** The shards; only those with documents that are still there. */
  get shards(): readonly Pick<IndexedShard, 'fingerprints' | 'positions'>[] {
    return this.list;
  }

  /** How many documents are indexed. */
  get indexed(): number {
    return this.vocabulary.size;
  }

  setAliases(groups: readonly (readonly string[])[]): void {
    this.aliases = new AliasLookup(groups);
  }

  /**
   * Says which documents there are now.
   *
   * @param size number of positions; not all of them need be indexed
   * @param positions for each of `shards`, of each of its documents: `NOWHERE` for one that is gone
   */
  arrange(size: number, positions: readonly Uint32Array[]): void {
    this.homes = new Uint32Array(size);
    this.settle(this.list.map((shard, index) => ({ ...shard, positions: positions[index] ?? shard.positions })));
    if (this.vocabulary.table.size > 2 * this.vocabulary.countTerms() + MAX_IDLE_TERMS) {
      this.renewVocabulary();
    }
  }

  /** Adds a shard. Documents that another one has too are its own from now on. */
  add({ shard, fingerprints }: KeptShard, positions: Uint32Array): void {
    const taken = new Set(positions);
    const former = new Set(Array.from(positions, (position) => this.list[Math.floor((this.homes[position] ?? NOWHERE) / SHARD_SIZE)]));
    const others = this.list.map((other) =>
      former.has(other) ? { ...other, positions: other.positions.map((position) => (taken.has(position) ? NOWHERE : position)) } : other,
    );
    this.settle([...others, { shard: internShard(shard, this.vocabulary.table), fingerprints, positions }]);
  }

  /** The shards by themselves, to be kept. */
  *keep(): Generator<KeptShard> {
    for (const { shard, fingerprints } of this.list) {
      yield { shard: exportShard(shard, this.vocabulary.table), fingerprints };
    }
  }

  /** Nothing in a query is syntax and no query fails: an empty one has no candidates, and only the first 16 words count. */
  ask({ text, limit, allowed }: IndexQuery): IndexAnswer {
    const typed = parseQuery(text);
    const words = this.expand(typed);
    const top = words.length > 0 ? topCandidates(this.scorer.scores(words, this.list, allowed), Math.max(0, Math.floor(limit))) : [];
    return { typed, words, candidates: top.map((candidate) => ({ ...candidate, corrections: this.corrections(candidate.document, words) })) };
  }

  /** One byte for each position: 1 for the documents that hold every telling word in some form, all for a text without words. */
  holding(text: string): Uint8Array<ArrayBuffer> {
    const words = this.expand(parseQuery(text));
    const held = new Uint8Array(this.homes.length);
    if (words.length === 0) {
      return held.fill(1);
    }
    const { count, documents, wordsHeld } = this.scorer.scores(words, this.list);
    for (let at = 0; at < count; at++) {
      held[documents[at] ?? 0] = wordsHeld[at] === words.length ? 1 : 0;
    }
    return held;
  }

  /** Documents like that of a position, best first; none where it is not indexed. */
  similar(position: number, limit: number): readonly SimilarDocument[] {
    const home = this.homes[position] ?? NOWHERE;
    const shard = home === NOWHERE ? undefined : this.list[Math.floor(home / SHARD_SIZE)]?.shard;
    return shard ? similarTo({ shard, place: home % SHARD_SIZE }, limit, this.list, this.vocabulary) : [];
  }

  private expand(typed: readonly QueryWord[]): readonly ExpandedWord[] {
    return expandQuery(typed, { vocabulary: this.vocabulary, fuzzy: this.fuzzy, aliases: this.aliases });
  }

  /** Takes shards whose documents may have moved or gone; those left without documents go. */
  private settle(shards: readonly IndexedShard[]): void {
    this.list = shards.map((shard) => this.recounted(shard)).filter(({ positions }) => positions.some((position) => position !== NOWHERE));
    this.homes.fill(NOWHERE);
    this.list.forEach(({ positions }, index) => {
      positions.forEach((position, place) => {
        if (position !== NOWHERE) {
          this.homes[position] = index * SHARD_SIZE + place;
        }
      });
    });
  }

  private recounted(indexed: IndexedShard): IndexedShard {
    const { shard, positions, counted } = indexed;
    const live = liveOf(positions);
    if (counted && sameBytes(counted.live, live)) {
      return indexed;
    }
    if (counted) {
      this.vocabulary.remove(counted);
    }
    const now = { shard, live };
    this.vocabulary.add(now);
    return { ...indexed, counted: now };
  }

  private renewVocabulary(): void {
    const kept = [...this.keep()];
    const former = this.list;
    this.vocabulary = new Vocabulary();
    this.fuzzy = new FuzzyFinder(this.vocabulary);
    this.scorer = new Scorer(this.vocabulary);
    this.settle(
      kept.map(({ shard, fingerprints }, index) => ({
        shard: internShard(shard, this.vocabulary.table),
        fingerprints,
        positions: former[index]?.positions ?? new Uint32Array(0),
      })),
    );
  }

  /** The words that a document holds only as a word that is spelt much like them. */
  private corrections(document: number, words: readonly ExpandedWord[]): readonly Correction[] {
    const home = this.homes[document] ?? NOWHERE;
    const shard = this.list[Math.floor(home / SHARD_SIZE)]?.shard;
    return words.flatMap(({ word, expansions }) => {
      const doubtful = shard && expansions.some(({ kind }) => kind === 'fuzzy');
      const surest = doubtful ? this.surest(shard, home % SHARD_SIZE, expansions) : undefined;
      return surest?.kind === 'fuzzy' ? [{ typed: word.typed, found: surest.terms.join(' ') }] : [];
    });
  }

  private surest(shard: Shard, document: number, expansions: readonly Expansion[]): Expansion | undefined {
    const held = expansions.filter(({ terms }) => terms.every((term) => this.holds(shard, document, term)));
    return held.reduce<Expansion | undefined>((best, one) => (best && best.coverage >= one.coverage ? best : one), undefined);
  }

  private holds(shard: Shard, document: number, term: string): boolean {
    const place = placeOf(shard.terms, this.vocabulary.numberOf(term));
    return place >= 0 && postingOf(shard, document, shard.offsets[place] ?? 0, shard.offsets[place + 1] ?? 0) >= 0;
  }
}

/** One byte for each document that is still there, or `undefined` when all are. */
function liveOf(positions: Uint32Array): Uint8Array | undefined {
  return positions.includes(NOWHERE) ? Uint8Array.from(positions, (position) => (position === NOWHERE ? 0 : 1)) : undefined;
}

function sameBytes(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  return a === b || (a?.length === b?.length && a?.every((byte, index) => byte === b?.[index]) === true);
}
