import type { Breath } from '../../gpu/breath';
import { random } from '../../gpu/random';
import type { DataSet } from './data-set';
import { pieceLengths, type Buckets } from './settings';

const DRAW_STREAM = 7;

/** The decomposition by its definition: from each document the longest piece that still fits, again and again. */
export async function referenceDataSet(lengths: Uint32Array, buckets: Buckets, breath: Breath): Promise<DataSet> {
  const sizes = pieceLengths(buckets);
  const inBucket: number[][] = sizes.map(() => []);
  const chunks: { documents: number; pairs: number }[] = [];
  const longest = 2 ** buckets.maxLog2;
  let tokens = 0;
  for (const [doc, length] of lengths.entries()) {
    if (doc % 256 === 0) await breath.take();
    let token = 0;
    for (;;) {
      const left = length - token;
      const bucket = sizes.filter((size) => size <= left).length - 1;
      if (bucket < 0) break;
      inBucket[bucket]?.push(doc, token);
      token += sizes[bucket] ?? NaN;
    }
    // The same document in the concatenation, cut where a chunk ends.
    for (let left = length; left > 0; ) {
      const chunk = Math.floor(tokens / longest);
      const share = Math.min(left, longest - (tokens % longest));
      const { documents, pairs } = chunks[chunk] ?? { documents: 0, pairs: 0 };
      chunks[chunk] = { documents: documents + 1, pairs: pairs + (share * (share + 1)) / 2 };
      tokens += share;
      left -= share;
    }
  }
  return {
    pieceCounts: Uint32Array.from(inBucket, ({ length }) => length / 2),
    tokens,
    pieces: Uint32Array.from(inBucket.flat()),
    chunks: Uint32Array.from(chunks.slice(0, Math.floor(tokens / longest)).flatMap(({ documents, pairs }) => [documents, pairs])),
  };
}

/** Buckets in the order in which a training draws them. */
export function referenceDraws(seed: number, batches: readonly number[], weights: readonly number[], cycles: number): number[] {
  const drawn: number[] = [];
  for (let cycle = 0; cycle < cycles; cycle += 1) {
    let open = batches.map((left, bucket) => ({ bucket, left, weight: weights[bucket] ?? 0 })).filter(({ left }) => left > 0);
    while (open.length > 0) {
      const total = open.reduce((sum, { weight }) => sum + weight, 0);
      const ticket = random(seed, DRAW_STREAM, drawn.length) % total;
      let upTo = 0;
      const winner = open.find(({ weight }) => ticket < (upTo += weight));
      if (winner === undefined) throw new RangeError('No bucket holds the ticket.');
      drawn.push(winner.bucket);
      winner.left -= 1;
      open = open.filter(({ left }) => left > 0);
    }
  }
  return drawn;
}
