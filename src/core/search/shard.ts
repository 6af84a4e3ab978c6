/** Documents in one shard: enough to weigh words well, few enough that one is built in about a second. */
export const SHARD_SIZE = 1_000;

/** Set in a posting when the term occurs in the title; the other bits are the document. */
export const IN_TITLE = 0x8000;

/** Weights are kept in thousandths: lunr rounds them to three decimals. */
export const WEIGHT_UNIT = 0.001;

/**
 * The index of up to `SHARD_SIZE` documents, flat. Postings of term `t` lie from `offsets[t]` to `offsets[t + 1]`,
 * documents ascending.
 */
export interface Shard {
  /** Number of documents. */
  readonly size: number;
  /** Sorted by UTF-16 unit, without duplicates. */
  readonly terms: readonly string[];
  /** One more than terms. */
  readonly offsets: Uint32Array;
  /** Position of the document in the shard, with `IN_TITLE` where it applies. */
  readonly postings: Uint16Array;
  /** BM25 weight of the term in the document over all fields, in units of `WEIGHT_UNIT`. */
  readonly weights: Uint16Array;
  /** For each term, the number of fields of documents that hold it: what lunr's IDF counts. */
  readonly fieldCounts: Uint16Array;
}

/** First place at which a sorted list could hold the term. */
export function lowerBound(terms: readonly string[], term: string): number {
  let low = 0;
  let high = terms.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((terms[middle] ?? '') < term) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/** Place of a term in a sorted list, −1 when it is not there. */
export function placeOf(terms: readonly string[], term: string): number {
  const place = lowerBound(terms, term);
  return terms[place] === term ? place : -1;
}
