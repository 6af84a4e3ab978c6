import { REACH, type Settings } from './settings';

/** Blocks of positions begin here: before, nothing has been seen that could be copied. */
const FIRST_BLOCK = 16;

/** Half-open range of positions. */
export interface Block {
  readonly first: number;
  readonly end: number;
}

/** Blocks that grow by √2, up to the end of the stream. */
export function blocksOf(length: number): readonly Block[] {
  const blocks: Block[] = [];
  for (let step = 0; ; step += 1) {
    const first = Math.round(FIRST_BLOCK * 2 ** (step / 2));
    if (first >= length) return blocks;
    blocks.push({ first, end: Math.min(length, Math.round(FIRST_BLOCK * 2 ** ((step + 1) / 2))) });
  }
}

/** Positions at which no distance is unseen, but for the first few. */
export function inRange({ trained }: Settings): Block {
  return { first: Math.floor(trained / 4), end: trained };
}

export function lateHalf({ sequence }: Settings): Block {
  return { first: Math.floor(sequence / 2), end: sequence };
}

/** Mean over a block of one stream; `values` is [streams, length]. */
export function blockMean(values: ArrayLike<number>, length: number, stream: number, { first, end }: Block): number {
  let sum = 0;
  for (let position = first; position < end; position += 1) sum += values[stream * length + position] ?? NaN;
  return sum / (end - first);
}

/** Largest |s| below the trained length, and from there to eight times as far. */
export function extremes(logits: ArrayLike<number>, { trained }: Settings): { readonly inside: number; readonly outside: number } {
  const most = (first: number, end: number): number => {
    let largest = 0;
    for (let distance = first; distance < end; distance += 1) largest = Math.max(largest, Math.abs(logits[distance] ?? NaN));
    return largest;
  };
  return { inside: most(0, trained), outside: most(trained, REACH * trained) };
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
