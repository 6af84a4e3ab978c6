import { checksumOf } from './checksum';
import { DOCUMENT, SHARD_SIZE, type CompiledShard } from './shard';
import { compareUnits } from './term-list';
import { MAX_TERM_LENGTH, TOKENISER_VERSION } from './tokenise';

/** Reads `LSHD` in a file written by a machine of the usual byte order; a file of the other order is not recognised. */
const MAGIC = 0x4448_534c;
export const SHARD_FORMAT = 2;

/** Words of 32 bits at the beginning of a file. The checksum is of all words after it. */
const HEADER = { magic: 0, format: 1, tokeniser: 2, checksum: 3, words: 4, size: 5, terms: 6, postings: 7, units: 8 } as const;
const HEADER_WORDS = 10;
const WORD = Uint32Array.BYTES_PER_ELEMENT;

/** Why a kept shard cannot be used. Whoever meets it builds the shard anew. */
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

/** A shard with the documents it is of. */
export interface KeptShard {
  readonly shard: CompiledShard;
  /** Of its documents, in their order. */
  readonly fingerprints: Float64Array;
}

interface Counts {
  readonly size: number;
  readonly terms: number;
  readonly postings: number;
  readonly units: number;
}

/** The arrays of a file, one after another; the widest elements first, so that each begins where its kind may. */
function layout(bytes: Uint8Array<ArrayBuffer>, { size, terms, postings, units }: Counts): KeptShard {
  const { buffer } = bytes;
  let at = bytes.byteOffset + HEADER_WORDS * WORD;
  const next = <T extends { readonly byteLength: number }>(array: new (buffer: ArrayBuffer, from: number, length: number) => T, length: number): T => {
    const view = new array(buffer, at, length);
    at += view.byteLength;
    return view;
  };
  const fingerprints = next(Float64Array, size);
  const starts = next(Uint32Array, terms + 1);
  const offsets = next(Uint32Array, terms + 1);
  const shard: CompiledShard = {
    size,
    offsets,
    postings: next(Uint16Array, postings),
    weights: next(Uint16Array, postings),
    fieldCounts: next(Uint16Array, terms),
    terms: { starts, units: next(Uint16Array, units) },
  };
  return { shard, fingerprints };
}

function bytesFor({ size, terms, postings, units }: Counts): number {
  const bytes = HEADER_WORDS * WORD + 8 * size + 8 * (terms + 1) + 4 * postings + 2 * terms + 2 * units;
  return 8 * Math.ceil(bytes / 8);
}

/** A shard as a file's bytes: a header, then its arrays as they lie in memory. */
export function encodeShard({ shard, fingerprints }: KeptShard): Uint8Array<ArrayBuffer> {
  const counts: Counts = {
    size: shard.size,
    terms: shard.fieldCounts.length,
    postings: shard.postings.length,
    units: shard.terms.units.length,
  };
  const bytes = new Uint8Array(bytesFor(counts));
  const into = layout(bytes, counts);
  into.fingerprints.set(fingerprints);
  into.shard.terms.starts.set(shard.terms.starts);
  into.shard.terms.units.set(shard.terms.units);
  into.shard.offsets.set(shard.offsets);
  into.shard.postings.set(shard.postings);
  into.shard.weights.set(shard.weights);
  into.shard.fieldCounts.set(shard.fieldCounts);
  const words = new Uint32Array(bytes.buffer);
  words[HEADER.magic] = MAGIC;
  words[HEADER.format] = SHARD_FORMAT;
  words[HEADER.tokeniser] = TOKENISER_VERSION;
  words[HEADER.words] = words.length;
  words[HEADER.size] = counts.size;
  words[HEADER.terms] = counts.terms;
  words[HEADER.postings] = counts.postings;
  words[HEADER.units] = counts.units;
  words[HEADER.checksum] = checksumOf(words.subarray(HEADER.words));
  return bytes;
}

/**
 * The shard of a file: views on its bytes.
 *
 * @throws StaleIndexError when it is of another version, or anything in it does not add up
 */
export function decodeShard(bytes: Uint8Array): KeptShard {
  // Bytes out of a larger buffer may begin anywhere; views may not.
  const aligned = bytes.buffer instanceof ArrayBuffer && bytes.byteOffset % 8 === 0 ? (bytes as Uint8Array<ArrayBuffer>) : bytes.slice();
  check(aligned.byteLength >= HEADER_WORDS * WORD && aligned.byteLength % 8 === 0, 'damaged');
  const words = new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.byteLength / WORD);
  const read = (field: keyof typeof HEADER): number => words[HEADER[field]] ?? 0;
  check(read('magic') === MAGIC, 'damaged');
  check(read('format') === SHARD_FORMAT, 'format');
  check(read('tokeniser') === TOKENISER_VERSION, 'tokeniser');
  const counts: Counts = { size: read('size'), terms: read('terms'), postings: read('postings'), units: read('units') };
  check(read('words') === words.length && bytesFor(counts) === aligned.byteLength, 'damaged');
  check(read('checksum') === checksumOf(words.subarray(HEADER.words)), 'damaged');
  const kept = layout(aligned, counts);
  check(isConsistent(kept.shard), 'damaged');
  return kept;
}

/**
 * The files that bytes consist of, one after another.
 *
 * @throws StaleIndexError when they are not whole ones
 */
export function splitShardFiles(bytes: Uint8Array): Uint8Array[] {
  const files: Uint8Array[] = [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at < bytes.byteLength; ) {
    check(at + HEADER_WORDS * WORD <= bytes.byteLength, 'damaged');
    const length = WORD * view.getUint32(at + HEADER.words * WORD, true);
    check(length >= HEADER_WORDS * WORD && at + length <= bytes.byteLength, 'damaged');
    files.push(bytes.subarray(at, at + length));
    at += length;
  }
  return files;
}

/** Name of a shard's file, by what it was made from. Larger shards sort first. */
export function shardFileName(fingerprints: Float64Array): string {
  const words = new Uint32Array(fingerprints.slice().buffer);
  const hash = (seed: number): string => checksumOf(Uint32Array.of(seed, SHARD_FORMAT, TOKENISER_VERSION, ...words)).toString(16).padStart(8, '0');
  return `${String(9_999 - fingerprints.length).padStart(4, '0')}-${hash(1)}${hash(2)}.shard`;
}

/** Whether everything that a search relies on holds, so that a wrong file cannot lead it out of bounds. */
function isConsistent({ size, terms: { starts, units }, offsets, postings }: CompiledShard): boolean {
  const last = starts.length - 1;
  if (size > SHARD_SIZE || starts[0] !== 0 || starts[last] !== units.length || offsets[0] !== 0 || offsets[last] !== postings.length) {
    return false;
  }
  for (let term = 0; term < last; term++) {
    const start = starts[term] ?? 0;
    const end = starts[term + 1] ?? 0;
    const [from, to] = [offsets[term] ?? 0, offsets[term + 1] ?? 0];
    if (end <= start || end - start > MAX_TERM_LENGTH || to < from || to > postings.length) {
      return false;
    }
    if (term > 0 && compareUnits(units, starts[term - 1] ?? 0, start, units, start, end) >= 0) {
      return false;
    }
    // A loop: a call for each of a million takes three times as long.
    for (let at = from; at < to; at++) {
      if (((postings[at] ?? 0) & DOCUMENT) >= size) {
        return false;
      }
    }
  }
  return true;
}

function check(holds: boolean, reason: StaleReason): asserts holds {
  if (!holds) {
    throw new StaleIndexError(reason);
  }
}
