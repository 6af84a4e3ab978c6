import type { DataSet } from './data-set';
import { pieceLengths, type Buckets, type Settings } from './settings';

/** What attention costs on one data set, laid out in three ways. */
export interface AttentionCost {
  /** Causal pairs a token, each token paired with itself and all before it in its sequence. */
  readonly concatenated: number;
  readonly documentMask: number;
  readonly decomposed: number;
  /** Share of the pairs of concatenated chunks whose two tokens are of different documents. */
  readonly crossShare: number;
  /** Share of the tokens that decomposing drops, for being shorter than the shortest piece. */
  readonly droppedShare: number;
  readonly documentsPerChunk: number;
}

const pairsOf = (length: number): number => (length * (length + 1)) / 2;

export function attentionCost({ pieceCounts, tokens, chunks }: DataSet, buckets: Buckets): AttentionCost {
  const chunk = 2 ** buckets.maxLog2;
  const count = chunks.length / 2;
  let within = 0;
  let documents = 0;
  for (let index = 0; index < count; index += 1) {
    documents += chunks[2 * index] ?? NaN;
    within += chunks[2 * index + 1] ?? NaN;
  }
  const sizes = pieceLengths(buckets);
  const total = (of: (length: number) => number): number => sizes.reduce((sum, length, bucket) => sum + of(length) * (pieceCounts[bucket] ?? NaN), 0);
  const kept = total((length) => length);
  return {
    concatenated: pairsOf(chunk) / chunk,
    documentMask: within / (count * chunk),
    decomposed: total(pairsOf) / kept,
    crossShare: 1 - within / (count * pairsOf(chunk)),
    droppedShare: 1 - kept / tokens,
    documentsPerChunk: documents / count,
  };
}

/**
 * Multiplications and additions a token and layer, forward: 24 d² for the projections and the MLP, and
 * 4 d for each pair (Kaplan et al., 2020, with the MLP four times as wide as the model).
 */
export function flopsPerToken(width: number, pairs: number): number {
  return 24 * width * width + 4 * width * pairs;
}

/** Mean length of the sequences in each of `slices` equal parts of a training. */
export function lengthsOverTime(picks: readonly number[], settings: Settings, slices: number): readonly number[] {
  const sizes = pieceLengths(settings);
  return Array.from({ length: slices }, (_, slice) => {
    const part = picks.slice(Math.floor((slice * picks.length) / slices), Math.floor(((slice + 1) * picks.length) / slices));
    return mean(part.map((bucket) => sizes[bucket] ?? NaN));
  });
}

/** Mean length in the first quarter of all cycles over that in the last quarter; NaN when a cycle has fewer than four steps. */
export function quarterRatio(picks: readonly number[], settings: Settings): number {
  const sizes = pieceLengths(settings);
  const steps = picks.length / settings.cycles;
  const quarter = Math.floor(steps / 4);
  const lengths = (from: number, to: number): number => mean(picks.filter((_, step) => step % steps >= from && step % steps < to).map((bucket) => sizes[bucket] ?? NaN));
  return lengths(0, quarter) / lengths(steps - quarter, steps);
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
