import type { Breath } from '../../gpu/breath';
import { random } from '../../gpu/random';
import type { Inputs } from './inputs';
import type { AttentionShape } from './shape';

/** A query row of one head. */
export interface QueryRow {
  readonly head: number;
  readonly row: number;
}

/** Multiplications up to which every row is checked. */
const CHECK_ALL_UP_TO = 2.5e8;
const SAMPLED_ROWS = 64;
const SAMPLE_STREAM = 5;

/** The rows to check: all where the CPU can bear it, else 64 drawn from the seed, the first and the last among them. */
export function rowsToCheck({ rows, heads, width }: AttentionShape, seed: number): readonly QueryRow[] {
  const total = heads * rows;
  const rowAt = (index: number): QueryRow => ({ head: Math.floor(index / rows), row: index % rows });
  if (total * rows * width <= CHECK_ALL_UP_TO) return Array.from({ length: total }, (_, index) => rowAt(index));
  const drawn = new Set([0, total - 1]);
  for (let draw = 0; drawn.size < SAMPLED_ROWS; draw += 1) drawn.add(random(seed, SAMPLE_STREAM, draw) % total);
  return [...drawn].map(rowAt);
}

/** softmax(Q Kᵀ / √d) V in float64 by the definition, row by row: [queryRows, width]. */
export async function referenceAttention(
  { q, k, v }: Inputs,
  shape: AttentionShape,
  queryRows: readonly QueryRow[],
  breath: Breath,
): Promise<Float64Array> {
  const { rows, width, causal, mask } = shape;
  const out = new Float64Array(queryRows.length * width);
  for (const [index, { head, row }] of queryRows.entries()) {
    await breath.take();
    const tiles = mask?.seen[Math.floor(row / mask.tileRows)];
    const sees = (key: number): boolean =>
      (!causal || key <= row) && (mask === undefined || tiles?.[Math.floor(key / mask.tileKeys)] === true);
    const logits: number[] = [];
    const keys: number[] = [];
    for (let key = 0; key < rows; key += 1) {
      if (!sees(key)) continue;
      let dot = 0;
      for (let c = 0; c < width; c += 1) dot += element(q, head, row, c, shape) * element(k, head, key, c, shape);
      logits.push(dot / Math.sqrt(width));
      keys.push(key);
    }
    const largest = logits.reduce((most, logit) => Math.max(most, logit), -Infinity);
    const weights = logits.map((logit) => Math.exp(logit - largest));
    const sum = weights.reduce((total, weight) => total + weight, 0);
    for (let c = 0; c < width; c += 1) {
      let mixed = 0;
      for (const [at, key] of keys.entries()) mixed += ((weights[at] ?? 0) / sum) * element(v, head, key, c, shape);
      out[index * width + c] = mixed;
    }
  }
  return out;
}

function element(values: Float32Array, head: number, row: number, column: number, { rows, width }: AttentionShape): number {
  return values[(head * rows + row) * width + column] ?? NaN;
}

/** The same rows of a whole result [heads, rows, width]. */
export function pickRows(result: Float32Array, { rows, width }: AttentionShape, queryRows: readonly QueryRow[]): Float32Array {
  const picked = new Float32Array(queryRows.length * width);
  for (const [index, { head, row }] of queryRows.entries()) {
    const from = (head * rows + row) * width;
    picked.set(result.subarray(from, from + width), index * width);
  }
  return picked;
}
