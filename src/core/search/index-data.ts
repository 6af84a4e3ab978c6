import { fromBase64, toBase64 } from '../base64';
import { fingerprintOf } from './fingerprint';
import type { SearchDocument } from './document';
import { IN_TITLE, SHARD_SIZE, type Shard } from './shard';
import { TOKENISER_VERSION } from './tokenise';

const FORMAT = 1;

/** Why a kept index cannot be used. Whoever catches it builds a new one. */
export type StaleReason = 'format' | 'tokeniser' | 'documents' | 'damaged';

const EXPLANATIONS: Readonly<Record<StaleReason, string>> = {
  format: 'it was written in another format',
  tokeniser: 'it was made by another tokeniser',
  documents: 'it is of other papers',
  damaged: 'it is damaged',
};

/** A kept index that does not fit: expected after an update or an import, never shown to the reader. */
export class StaleIndexError extends Error {
  override readonly name = 'StaleIndexError';

  constructor(readonly reason: StaleReason) {
    super(`The search index cannot be used because ${EXPLANATIONS[reason]}.`);
  }
}

/** An index as JSON. Arrays are base64 of their little-endian bytes. */
export interface IndexData {
  readonly format: number;
  readonly tokeniser: number;
  readonly shards: readonly ShardData[];
}

interface ShardData {
  readonly size: number;
  /** Of the documents in the shard. */
  readonly fingerprint: string;
  /** Sorted terms, a blank between two. */
  readonly terms: string;
  readonly offsets: string;
  readonly postings: string;
  readonly weights: string;
  readonly fieldCounts: string;
}

/** The shards of an index, over the documents they were built from, in a form that JSON keeps. */
export function writeIndex(shards: readonly Shard[], documents: readonly SearchDocument[]): IndexData {
  let first = 0;
  return {
    format: FORMAT,
    tokeniser: TOKENISER_VERSION,
    shards: shards.map((shard) => {
      const own = documents.slice(first, (first += shard.size));
      return {
        size: shard.size,
        fingerprint: fingerprintOf(own),
        terms: shard.terms.join(' '),
        offsets: encode(shard.offsets),
        postings: encode(shard.postings),
        weights: encode(shard.weights),
        fieldCounts: encode(shard.fieldCounts),
      };
    }),
  };
}

/**
 * The shards of a kept index.
 *
 * @throws StaleIndexError when it is of another version or other documents, or anything in it does not add up.
 */
export function readIndex(data: unknown, documents: readonly SearchDocument[]): readonly Shard[] {
  const index = record(data);
  check(index['format'] === FORMAT, 'format');
  check(index['tokeniser'] === TOKENISER_VERSION, 'tokeniser');
  const list: unknown = index['shards'];
  check(Array.isArray(list), 'damaged');
  let first = 0;
  const shards = list.map((item) => {
    const data = record(item);
    const shard = readShard(data);
    const own = documents.slice(first, (first += shard.size));
    check(own.length === shard.size && data['fingerprint'] === fingerprintOf(own), 'documents');
    return shard;
  });
  check(first === documents.length, 'documents');
  return shards;
}

function readShard(data: Readonly<Record<string, unknown>>): Shard {
  const { size, terms } = data;
  check(typeof size === 'number' && Number.isInteger(size) && size > 0 && size <= SHARD_SIZE, 'damaged');
  check(typeof terms === 'string', 'damaged');
  const shard: Shard = {
    size,
    terms: terms === '' ? [] : terms.split(' '),
    offsets: new Uint32Array(decode(data['offsets'], Uint32Array.BYTES_PER_ELEMENT)),
    postings: new Uint16Array(decode(data['postings'], Uint16Array.BYTES_PER_ELEMENT)),
    weights: new Uint16Array(decode(data['weights'], Uint16Array.BYTES_PER_ELEMENT)),
    fieldCounts: new Uint16Array(decode(data['fieldCounts'], Uint16Array.BYTES_PER_ELEMENT)),
  };
  check(isConsistent(shard), 'damaged');
  return shard;
}

function isConsistent({ size, terms, offsets, postings, weights, fieldCounts }: Shard): boolean {
  return (
    offsets.length === terms.length + 1 &&
    offsets[0] === 0 &&
    offsets.at(-1) === postings.length &&
    weights.length === postings.length &&
    fieldCounts.length === terms.length &&
    terms.every((term, place) => place === 0 || (terms[place - 1] ?? '') < term) &&
    offsets.every((offset, place) => place === 0 || (offsets[place - 1] ?? 0) <= offset) &&
    postings.every((posting) => (posting & ~IN_TITLE) < size)
  );
}

function encode(values: Uint16Array | Uint32Array): string {
  return toBase64(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
}

function decode(text: unknown, unit: number): ArrayBufferLike {
  const bytes = typeof text === 'string' ? fromBase64(text) : undefined;
  check(bytes !== undefined && bytes.length % unit === 0, 'damaged');
  return bytes.buffer;
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  check(typeof value === 'object' && value !== null, 'damaged');
  return value as Readonly<Record<string, unknown>>;
}

function check(holds: boolean, reason: StaleReason): asserts holds {
  if (!holds) {
    throw new StaleIndexError(reason);
  }
}
