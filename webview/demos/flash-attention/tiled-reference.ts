import type { Breath } from '../../gpu/breath';
import { isTileSeen } from './block-mask';
import type { Inputs } from './inputs';
import type { AttentionShape } from './shape';

export interface TiledResult {
  /** [heads, rows, width] in float64. */
  readonly output: Float64Array;
  /** [query tiles, key tiles]: 1 + order of the visit, 0 where the tile was skipped. */
  readonly visits: Uint32Array;
}

/** The paper's recurrence in float64, a whole tile of keys a step: what a machine without a GPU shows. */
export async function tiledAttention(inputs: Inputs, shape: AttentionShape, breath: Breath): Promise<TiledResult> {
  const { rows, width, heads, tileRows, tileKeys } = shape;
  const keyTiles = Math.ceil(rows / tileKeys);
  const output = new Float64Array(heads * rows * width);
  const visits = new Uint32Array(Math.ceil(rows / tileRows) * keyTiles);
  for (let head = 0; head < heads; head += 1) {
    for (let tileFirst = 0; tileFirst < rows; tileFirst += tileRows) {
      const tileEnd = Math.min(tileFirst + tileRows, rows);
      const running = Array.from({ length: tileEnd - tileFirst }, () => ({ largest: -Infinity, sum: 0 }));
      let order = 0;
      for (let tile = 0; tile < (shape.causal ? tileEnd : rows); tile += tileKeys) {
        if (!isTileSeen(shape.mask, tileFirst, tile)) continue;
        order += 1;
        visits[(tileFirst / tileRows) * keyTiles + tile / tileKeys] = order;
        for (const [lane, state] of running.entries()) absorbTile(inputs, shape, head, tileFirst + lane, tile, state, output);
        await breath.take();
      }
      for (const [lane, { sum }] of running.entries()) {
        const at = (head * rows + tileFirst + lane) * width;
        for (let c = 0; c < width; c += 1) output[at + c] = (output[at + c] ?? 0) / sum;
      }
    }
  }
  return { output, visits };
}

/** m' = max(m, rowmax S), l' = e^(m-m') l + Σ e^(S-m'), O' = e^(m-m') O + e^(S-m') V for one row and one tile. */
function absorbTile(
  { q, k, v }: Inputs,
  { rows, width, causal, tileKeys }: AttentionShape,
  head: number,
  row: number,
  tile: number,
  state: { largest: number; sum: number },
  output: Float64Array,
): void {
  const end = Math.min(tile + tileKeys, causal ? row + 1 : rows);
  if (end <= tile) return;
  const at = (head * rows + row) * width;
  const scores = new Float64Array(end - tile);
  for (let key = tile; key < end; key += 1) {
    let dot = 0;
    for (let c = 0; c < width; c += 1) dot += (q[at + c] ?? NaN) * (k[(head * rows + key) * width + c] ?? NaN);
    scores[key - tile] = dot / Math.sqrt(width);
  }
  const largest = Math.max(state.largest, ...scores);
  const shrink = Math.exp(state.largest - largest);
  const weights = scores.map((score) => Math.exp(score - largest));
  state.sum = state.sum * shrink + weights.reduce((total, weight) => total + weight, 0);
  state.largest = largest;
  for (let c = 0; c < width; c += 1) {
    let mixed = (output[at + c] ?? 0) * shrink;
    for (let key = tile; key < end; key += 1) mixed += (weights[key - tile] ?? 0) * (v[(head * rows + key) * width + c] ?? NaN);
    output[at + c] = mixed;
  }
}
