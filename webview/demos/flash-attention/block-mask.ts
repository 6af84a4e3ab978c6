import { uniform } from '../../gpu/random';

/** Stream of the seed that decides which tiles are kept. */
const MASK_STREAM = 4;

/** Which tiles of the N×N score matrix are seen, the same for all heads. */
export interface BlockMask {
  readonly tileRows: number;
  readonly tileKeys: number;
  /** By query tile, then by key tile. */
  readonly seen: readonly (readonly boolean[])[];
}

/**
 * Keeps each tile with probability `density`, and every tile on the diagonal, so that each query
 * sees at least its own key. `undefined` at density 1: no mask.
 */
export function makeBlockMask(options: {
  readonly rows: number;
  readonly tileRows: number;
  readonly tileKeys: number;
  readonly density: number;
  readonly seed: number;
}): BlockMask | undefined {
  const { rows, tileRows, tileKeys, density, seed } = options;
  if (density >= 1) return undefined;
  const keyTiles = Math.ceil(rows / tileKeys);
  const seen = Array.from({ length: Math.ceil(rows / tileRows) }, (_, rowTile) =>
    Array.from({ length: keyTiles }, (_unused, keyTile) => {
      const onDiagonal = keyTile * tileKeys < (rowTile + 1) * tileRows && rowTile * tileRows < (keyTile + 1) * tileKeys;
      return onDiagonal || uniform(seed, MASK_STREAM, rowTile * keyTiles + keyTile) < density;
    }),
  );
  return { tileRows, tileKeys, seen };
}

/** One bit a tile, 32 to a word, each query tile beginning with a new word. */
export function packBlockMask(mask: BlockMask): { readonly words: Uint32Array<ArrayBuffer>; readonly wordsPerRow: number } {
  const wordsPerRow = Math.ceil((mask.seen[0]?.length ?? 0) / 32);
  const words = new Uint32Array(wordsPerRow * mask.seen.length);
  for (const [rowTile, row] of mask.seen.entries()) {
    for (const [keyTile, seen] of row.entries()) {
      const at = rowTile * wordsPerRow + Math.floor(keyTile / 32);
      if (seen) words[at] = (words[at] ?? 0) | (1 << (keyTile % 32));
    }
  }
  return { words, wordsPerRow };
}

export function isTileSeen(mask: BlockMask | undefined, row: number, key: number): boolean {
  return mask?.seen[Math.floor(row / mask.tileRows)]?.[Math.floor(key / mask.tileKeys)] ?? true;
}
