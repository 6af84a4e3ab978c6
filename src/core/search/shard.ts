import { packTerms, type TermList } from './term-list';
import type { TermTable } from './term-table';

/** Documents in one shard: enough to weigh words well, few enough that one is built in about a second. */
export const SHARD_SIZE = 1_000;

/** Set in a posting when the field holds the term; the other bits are the document. */
export const IN_TITLE = 0x8000;
export const IN_ABSTRACT = 0x4000;
export const IN_PEOPLE = 0x2000;

/** The bits of a posting that are the document. */
export const DOCUMENT = 0x1fff;

/** Weights are kept in thousandths: lunr rounds them to three decimals. */
export const WEIGHT_UNIT = 0.001;

/** Of each term, which documents have it; postings of term `t` lie from `offsets[t]` to `offsets[t + 1]`, documents ascending. */
export interface Postings {
  /** One more than terms. */
  readonly offsets: Uint32Array;
  /** Position of the document in the shard, with the fields that hold the term. */
  readonly postings: Uint16Array;
  /** BM25 weight of the term in the document over all fields, in units of `WEIGHT_UNIT`. */
  readonly weights: Uint16Array;
  /** For each term, the number of fields of documents that hold it: what lunr's IDF counts. */
  readonly fieldCounts: Uint16Array;
}

/** The index of up to `SHARD_SIZE` documents as it is built and kept: by itself, with its own terms. */
export interface CompiledShard extends Postings {
  /** Number of documents. */
  readonly size: number;
  /** Sorted by UTF-16 unit, without duplicates. */
  readonly terms: TermList;
}

/** The same in an index, which holds the terms. */
export interface Shard extends Postings {
  readonly size: number;
  /** Numbers of its terms in the index's table, ascending. */
  readonly terms: Uint32Array;
}

const FIELDS_BY_FLAGS = Uint8Array.of(0, 1, 1, 2, 1, 2, 2, 3);
const FLAGS_SHIFT = 13;

/** Number of fields that hold the term, by a posting. */
export function fieldsOf(posting: number): number {
  return FIELDS_BY_FLAGS[posting >> FLAGS_SHIFT] ?? 0;
}

/** Takes a shard into an index. The arrays are new ones: those of the shard may lie in a file's bytes. */
export function internShard(shard: CompiledShard, table: TermTable): Shard {
  const numbers = table.intern(shard.terms);
  // Sorted by going through all numbers: that takes a tenth of the time of comparing.
  const placeOfNumber = new Uint32Array(table.size);
  for (let place = 0; place < numbers.length; place++) {
    placeOfNumber[numbers[place] ?? 0] = place + 1;
  }
  const places = new Uint32Array(numbers.length);
  const terms = new Uint32Array(numbers.length);
  let at = 0;
  for (let number = 0; number < placeOfNumber.length; number++) {
    const place = placeOfNumber[number] ?? 0;
    if (place > 0) {
      places[at] = place - 1;
      terms[at] = number;
      at++;
    }
  }
  return { size: shard.size, terms, ...arranged(shard, places) };
}

/** A shard of an index by itself again. */
export function exportShard(shard: Shard, table: TermTable): CompiledShard {
  const numberAt = (place: number): number => shard.terms[place] ?? 0;
  const places = Array.from(shard.terms.keys()).sort((a, b) => table.compare(numberAt(a), numberAt(b)));
  return { size: shard.size, terms: packTerms(places.map((place) => table.termOf(numberAt(place)))), ...arranged(shard, places) };
}

/** Postings with their terms in another order. */
function arranged(from: Postings, places: ArrayLike<number>): Postings {
  const offsets = new Uint32Array(places.length + 1);
  const postings = new Uint16Array(from.postings.length);
  const weights = new Uint16Array(from.weights.length);
  const fieldCounts = new Uint16Array(places.length);
  let end = 0;
  for (let at = 0; at < places.length; at++) {
    const place = places[at] ?? 0;
    fieldCounts[at] = from.fieldCounts[place] ?? 0;
    const oldEnd = from.offsets[place + 1] ?? 0;
    for (let old = from.offsets[place] ?? 0; old < oldEnd; old++) {
      postings[end] = from.postings[old] ?? 0;
      weights[end] = from.weights[old] ?? 0;
      end++;
    }
    offsets[at + 1] = end;
  }
  return { offsets, postings, weights, fieldCounts };
}

/** Place of a number in an ascending list, −1 when it is not there. */
export function placeOf(numbers: Uint32Array, number: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] ?? 0) < number) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return numbers[low] === number ? low : -1;
}
