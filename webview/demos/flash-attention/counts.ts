import { isTileSeen } from './block-mask';
import type { AttentionShape } from './shape';

/** Four-byte words read from and written to storage buffers, all heads together. */
export interface Accesses {
  readonly loads: number;
  readonly stores: number;
}

export function totalAccesses({ loads, stores }: Accesses): number {
  return loads + stores;
}

/** The naive kernels as they are: scores, softmax over rows, P V. Pairs are (query, key) pairs not hidden by causality. */
export const NAIVE_FORMULA =
  'per head 2d·(seen pairs) + pairs (scores), 4·pairs (softmax), 5/4·d·pairs + N·d (P V), plus one mask word a pair when block-sparse';

export function naiveAccesses(shape: AttentionShape): Accesses {
  const { rows, width, heads, mask } = shape;
  let pairs = 0;
  let seenPairs = 0;
  for (let row = 0; row < rows; row += 1) {
    const end = keysEnd(shape, row);
    pairs += end;
    for (let tile = 0; tile < end; tile += shape.tileKeys) {
      if (isTileSeen(mask, row, tile)) seenPairs += Math.min(end, tile + shape.tileKeys) - tile;
    }
  }
  const maskWords = mask === undefined ? 0 : pairs;
  return {
    loads: heads * (2 * width * seenPairs + maskWords + 3 * pairs + (5 * width * pairs) / 4),
    stores: heads * (2 * pairs + rows * width),
  };
}

export const ONLINE_FORMULA =
  'per head 2d·⌈N/2⌉ (two rows of Q) + 2d·4·⌈keys/4⌉ for each pair of rows and seen tile + N·d (O), plus one mask word a pair of rows and tile when block-sparse';

export function onlineAccesses(shape: AttentionShape): Accesses {
  const { rows, width, heads, mask, tileKeys } = shape;
  let loads = 0;
  for (let row = 0; row < rows; row += 2) {
    loads += 2 * width;
    const end = keysEnd(shape, Math.min(row + 1, rows - 1));
    for (let tile = 0; tile < end; tile += tileKeys) {
      if (mask !== undefined) loads += 1;
      if (isTileSeen(mask, row, tile)) loads += 8 * width * Math.ceil((Math.min(tile + tileKeys, end) - tile) / 4);
    }
  }
  return { loads: heads * loads, stores: heads * rows * width };
}

export const FLASH_FORMULA =
  'per head N·d (Q) + 2d·keys for each visited tile (2·N²·d/Br without causal skipping, about half with it) + N·d (O), plus one mask word an invocation and considered tile when block-sparse';

/** @param threads workgroup size, which matters to the reads of the block mask alone */
export function flashAccesses(shape: AttentionShape, threads = shape.tileRows): Accesses {
  const { rows, width, heads, mask, tileRows, tileKeys } = shape;
  let loads = rows * width;
  for (let first = 0; first < rows; first += tileRows) {
    const end = keysEnd(shape, Math.min(first + tileRows, rows) - 1);
    for (let tile = 0; tile < end; tile += tileKeys) {
      if (mask !== undefined) loads += threads;
      if (isTileSeen(mask, first, tile)) loads += 2 * width * Math.min(tileKeys, rows - tile);
    }
  }
  return { loads: heads * loads, stores: heads * rows * width };
}

export const IDEAL_FORMULA = 'per head 4·N² + 4·N·d';

/**
 * The least that any three-kernel attention can do, each matrix read or written once: Q, K in and S
 * out, S in and P out, P, V in and O out. No causal skipping.
 */
export function idealNaiveAccesses({ rows, width, heads }: Pick<AttentionShape, 'rows' | 'width' | 'heads'>): number {
  return heads * (4 * rows * rows + 4 * rows * width);
}

function keysEnd({ rows, causal }: AttentionShape, row: number): number {
  return causal ? row + 1 : rows;
}
