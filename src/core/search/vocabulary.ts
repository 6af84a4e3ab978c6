import { lowerBound, placeOf, type Shard } from './shard';
import { stemOf } from './stem';

/** Longest stretch of the vocabulary that is looked through for words of one stem. */
const MAX_STEM_CANDIDATES = 400;
const MIN_STEM_LENGTH = 3;

/** The words of all shards with how common each is: what a query is expanded over. */
export class Vocabulary {
  /** Sorted by UTF-16 unit. */
  readonly terms: readonly string[];
  private readonly documents: Uint32Array;
  private readonly fields: Uint32Array;

  constructor(
    shards: readonly Shard[],
    /** Documents in all shards. */
    readonly size: number,
  ) {
    this.terms = mergedTerms(shards);
    this.documents = new Uint32Array(this.terms.length);
    this.fields = new Uint32Array(this.terms.length);
    for (const shard of shards) {
      let place = 0;
      shard.terms.forEach((term, index) => {
        // Both lists are sorted: the place only moves on.
        while (this.terms[place] !== term) {
          place++;
        }
        this.documents[place] = (this.documents[place] ?? 0) + (shard.offsets[index + 1] ?? 0) - (shard.offsets[index] ?? 0);
        this.fields[place] = (this.fields[place] ?? 0) + (shard.fieldCounts[index] ?? 0);
      });
    }
  }

  has(term: string): boolean {
    return placeOf(this.terms, term) >= 0;
  }

  /** Number of documents with the term. */
  documentsWith(term: string): number {
    return this.documents[placeOf(this.terms, term)] ?? 0;
  }

  /** Number of fields of documents with the term: what lunr's IDF counts. */
  fieldsWith(term: string): number {
    return this.fields[placeOf(this.terms, term)] ?? 0;
  }

  /** Words that begin with a prefix, without the prefix itself: the most common ones, at most `limit`. */
  completions(prefix: string, limit: number): string[] {
    return this.mostCommon(this.placesWithPrefix(prefix).filter((place) => this.terms[place] !== prefix), limit);
  }

  /** Places in `terms` of the words that begin with a prefix. */
  placesWithPrefix(prefix: string): number[] {
    const [from, to] = this.rangeOf(prefix);
    return Array.from({ length: to - from }, (_, offset) => from + offset);
  }

  /** Words of the same stem (`policies` for `policy`), the most common ones, at most `limit`. */
  sameStem(term: string, limit: number): string[] {
    const stem = stemOf(term);
    if (stem.length < MIN_STEM_LENGTH) {
      return [];
    }
    // A stem may end in another letter than its words (`polici`): words of one stem share all but that.
    const [from, to] = this.rangeOf(stem.length > MIN_STEM_LENGTH ? stem.slice(0, -1) : stem);
    const places: number[] = [];
    for (let place = from; place < Math.min(to, from + MAX_STEM_CANDIDATES); place++) {
      const candidate = this.terms[place];
      if (candidate !== undefined && candidate !== term && stemOf(candidate) === stem) {
        places.push(place);
      }
    }
    return this.mostCommon(places, limit);
  }

  private rangeOf(prefix: string): readonly [from: number, to: number] {
    // No term holds U+FFFF, which is not a letter: it sorts after every completion.
    return [lowerBound(this.terms, prefix), lowerBound(this.terms, `${prefix}\uffff`)];
  }

  private mostCommon(places: readonly number[], limit: number): string[] {
    const count = (place: number): number => this.documents[place] ?? 0;
    const chosen = places.length > limit ? [...places].sort((a, b) => count(b) - count(a) || a - b).slice(0, limit) : places;
    return chosen.map((place) => this.terms[place] ?? '');
  }
}

function mergedTerms(shards: readonly Shard[]): readonly string[] {
  const [only] = shards;
  if (only && shards.length === 1) {
    return only.terms;
  }
  return [...new Set(shards.flatMap((shard) => shard.terms))].sort();
}
