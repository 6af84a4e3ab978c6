import type { ExpandedWord, Expansion } from './expand';
import { DOCUMENT, IN_TITLE, placeOf, SHARD_SIZE, WEIGHT_UNIT, type Shard } from './shard';
import type { Vocabulary } from './vocabulary';

/** What the index says of the documents that have a word of a query. */
export interface Scores {
  /** How many documents there are; the first so many elements of the arrays are theirs. */
  readonly count: number;
  /** Their positions. */
  readonly documents: Uint32Array;
  /** Sum over the query's words of the best expansion's weighted boost. */
  readonly score: Float32Array;
  /** Mean over the words of how surely the document has them, above 0 to 1. */
  readonly coverage: Float32Array;
  /** The same for the title alone. */
  readonly titleCoverage: Float32Array;
  /** Number of the query's words that the document has in some form. */
  readonly wordsHeld: Uint8Array;
}

/** A shard with where its documents are among all. */
export interface PlacedShard {
  readonly shard: Shard;
  /** Position of each document, `NOWHERE` for one that is no longer there. */
  readonly positions: Uint32Array;
}

export const NOWHERE = 0xffff_ffff;

export interface NumberedTerm {
  readonly number: number;
  /** Over all documents. */
  readonly inverseFrequency: number;
}

/** An expansion by the numbers of its terms. */
interface NumberedExpansion {
  readonly terms: readonly NumberedTerm[];
  readonly boost: number;
  readonly coverage: number;
}

/** A term of an expansion in one shard. */
interface TermPostings {
  readonly from: number;
  readonly to: number;
  readonly scale: number;
}

/** What is added up for the documents of one shard; only those that were met are cleared again. */
class ShardScores {
  readonly score = new Float32Array(SHARD_SIZE);
  readonly coverage = new Float32Array(SHARD_SIZE);
  readonly titleCoverage = new Float32Array(SHARD_SIZE);
  readonly wordsHeld = new Uint8Array(SHARD_SIZE);
  readonly met = new Uint16Array(SHARD_SIZE);
  count = 0;

  clear(): void {
    for (let at = 0; at < this.count; at++) {
      const document = this.met[at] ?? 0;
      this.score[document] = 0;
      this.coverage[document] = 0;
      this.titleCoverage[document] = 0;
      this.wordsHeld[document] = 0;
    }
    this.count = 0;
  }
}

/** Scores the documents of shards. Looks only at documents with a word of the query, and keeps its arrays for the next. */
export class Scorer {
  private readonly word = new ShardScores();
  private readonly all = new ShardScores();
  private documents = new Uint32Array(0);
  private score = new Float32Array(0);
  private coverage = new Float32Array(0);
  private titleCoverage = new Float32Array(0);
  private wordsHeld = new Uint8Array(0);
  private count = 0;

  constructor(private readonly vocabulary: Vocabulary) {}

  /**
   * @param allowed one byte for each position; documents with 0 are left out
   * @returns arrays that the next call fills anew
   */
  scores(words: readonly ExpandedWord[], shards: readonly PlacedShard[], allowed?: Uint8Array): Scores {
    this.count = 0;
    this.makeRoom(this.vocabulary.size);
    const numbered = words.map(({ expansions }) => expansions.map((expansion) => this.numbered(expansion)));
    for (const { shard, positions } of shards) {
      for (const expansions of numbered) {
        for (const expansion of expansions) {
          this.scoreExpansion(expansion, shard);
        }
        this.addWord(words.length);
      }
      this.keep(positions, allowed);
    }
    const { count, documents, score, coverage, titleCoverage, wordsHeld } = this;
    return { count, documents, score, coverage, titleCoverage, wordsHeld };
  }

  private numbered({ terms, boost, coverage }: Expansion): NumberedExpansion {
    const { vocabulary } = this;
    const numbers = terms.map((term) => {
      const number = vocabulary.numberOf(term);
      return { number, inverseFrequency: inverseFrequency(vocabulary.size, vocabulary.fieldsWith(number)) };
    });
    return { terms: numbers, boost, coverage };
  }

  private scoreExpansion({ terms, boost, coverage }: NumberedExpansion, shard: Shard): void {
    const factor = (boost * WEIGHT_UNIT) / terms.length;
    const [only] = terms;
    if (only && terms.length === 1) {
      const place = placeOf(shard.terms, only.number);
      if (place >= 0) {
        this.scoreTerm(shard, place, factor * scaleOf(only, shard, place), coverage);
      }
    } else {
      this.scoreTogether(terms, shard, factor, coverage);
    }
  }

  private scoreTerm({ offsets, postings, weights }: Shard, place: number, factor: number, coverage: number): void {
    const to = offsets[place + 1] ?? 0;
    for (let at = offsets[place] ?? 0; at < to; at++) {
      const posting = postings[at] ?? 0;
      this.meet(posting & DOCUMENT, factor * (weights[at] ?? 0), coverage, (posting & IN_TITLE) !== 0);
    }
  }

  /** For several terms that a document must have all of. */
  private scoreTogether(terms: readonly NumberedTerm[], shard: Shard, factor: number, coverage: number): void {
    const lists: TermPostings[] = [];
    for (const term of terms) {
      const place = placeOf(shard.terms, term.number);
      if (place < 0) {
        return;
      }
      lists.push({ from: shard.offsets[place] ?? 0, to: shard.offsets[place + 1] ?? 0, scale: scaleOf(term, shard, place) });
    }
    const [leading, ...others] = lists.sort((a, b) => a.to - a.from - (b.to - b.from));
    if (!leading) {
      return;
    }
    for (let at = leading.from; at < leading.to; at++) {
      let flags = shard.postings[at] ?? 0;
      const document = flags & DOCUMENT;
      let weight = (shard.weights[at] ?? 0) * leading.scale;
      let complete = true;
      for (const { from, to, scale } of others) {
        const posting = postingOf(shard, document, from, to);
        complete &&= posting >= 0;
        weight += (shard.weights[posting] ?? 0) * scale;
        flags &= shard.postings[posting] ?? 0;
      }
      if (complete) {
        this.meet(document, factor * weight, coverage, (flags & IN_TITLE) !== 0);
      }
    }
  }

  /** The best expansion that the document holds decides. */
  private meet(document: number, score: number, coverage: number, inTitle: boolean): void {
    const { word } = this;
    const before = word.coverage[document] ?? 0;
    if (before === 0) {
      word.met[word.count++] = document;
    }
    if (coverage > before) {
      word.coverage[document] = coverage;
    }
    if (score > (word.score[document] ?? 0)) {
      word.score[document] = score;
    }
    if (inTitle && coverage > (word.titleCoverage[document] ?? 0)) {
      word.titleCoverage[document] = coverage;
    }
  }

  private addWord(words: number): void {
    const { word, all } = this;
    for (let at = 0; at < word.count; at++) {
      const document = word.met[at] ?? 0;
      const held = all.wordsHeld[document] ?? 0;
      if (held === 0) {
        all.met[all.count++] = document;
      }
      all.wordsHeld[document] = held + 1;
      all.score[document] = (all.score[document] ?? 0) + (word.score[document] ?? 0);
      all.coverage[document] = (all.coverage[document] ?? 0) + (word.coverage[document] ?? 0) / words;
      all.titleCoverage[document] = (all.titleCoverage[document] ?? 0) + (word.titleCoverage[document] ?? 0) / words;
    }
    word.clear();
  }

  private keep(positions: Uint32Array, allowed: Uint8Array | undefined): void {
    const { all } = this;
    for (let at = 0; at < all.count; at++) {
      const document = all.met[at] ?? 0;
      const position = positions[document] ?? NOWHERE;
      if (position !== NOWHERE && allowed?.[position] !== 0) {
        const place = this.count++;
        this.documents[place] = position;
        this.score[place] = all.score[document] ?? 0;
        this.coverage[place] = all.coverage[document] ?? 0;
        this.titleCoverage[place] = all.titleCoverage[document] ?? 0;
        this.wordsHeld[place] = all.wordsHeld[document] ?? 0;
      }
    }
    all.clear();
  }

  private makeRoom(documents: number): void {
    if (documents > this.documents.length) {
      this.documents = new Uint32Array(documents);
      this.score = new Float32Array(documents);
      this.coverage = new Float32Array(documents);
      this.titleCoverage = new Float32Array(documents);
      this.wordsHeld = new Uint8Array(documents);
    }
  }
}

/** Place of a document among the postings of a term, −1 when it is not there. */
export function postingOf({ postings }: Shard, document: number, from: number, to: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (((postings[middle] ?? 0) & DOCUMENT) < document) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low < to && ((postings[low] ?? 0) & DOCUMENT) === document ? low : -1;
}

/** Makes the shard's weights comparable: inverse document frequency of all documents over that of the shard. */
export function scaleOf({ inverseFrequency: frequency }: NumberedTerm, { size, fieldCounts }: Shard, place: number): number {
  return frequency / inverseFrequency(size, fieldCounts[place] ?? 0);
}

/** As lunr computes it, with the same absolute value for terms in most fields. */
export function inverseFrequency(documents: number, fieldsWithTerm: number): number {
  return Math.log(1 + Math.abs((documents - fieldsWithTerm + 0.5) / (fieldsWithTerm + 0.5)));
}
