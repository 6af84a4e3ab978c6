import type { Bench } from '../../gpu/bench';
import { Attention, COUNTING_THREADS, type Variant } from './attention';
import {
  FLASH_FORMULA,
  flashAccesses,
  NAIVE_FORMULA,
  naiveAccesses,
  ONLINE_FORMULA,
  onlineAccesses,
  type Accesses,
} from './counts';
import type { Inputs } from './inputs';
import type { AttentionShape } from './shape';

/** The length at which every closed form is confirmed by counting. */
export const COUNTED_ROWS = 128;
/** Tile heights that the claims and the negative control speak of. */
export const CONTROL_TILE_ROWS = 1;
export const CLAIMED_TILE_ROWS = [32, 64] as const;

/** One instrumented run beside its closed form. */
export interface Counted {
  readonly variant: Variant;
  readonly shape: AttentionShape;
  readonly formula: string;
  readonly counted: Accesses;
  readonly expected: Accesses;
  /** O as [heads, rows, width]. */
  readonly output: Float32Array;
}

const CLOSED_FORMS: Readonly<Record<Variant, { readonly formula: string; readonly of: (shape: AttentionShape) => Accesses }>> = {
  naive: { formula: NAIVE_FORMULA, of: naiveAccesses },
  online: { formula: ONLINE_FORMULA, of: onlineAccesses },
  flash: { formula: FLASH_FORMULA, of: (shape) => flashAccesses(shape, COUNTING_THREADS) },
};

/**
 * Runs the instrumented form of every variant at 128 rows, dense and as the run has it. The
 * counters are 32 bits wide; the largest count, naive with 8 heads and d = 64, is below 2^25.
 * @param shape the run's shape at 128 rows
 */
export async function countAll(bench: Bench, shape: AttentionShape, inputs: Inputs): Promise<readonly Counted[]> {
  const dense: AttentionShape = { ...shape, causal: false, mask: undefined };
  const asRun = shape.causal || shape.mask !== undefined ? [shape] : [];
  const results: Counted[] = [];
  for (const setting of [dense, ...asRun]) {
    results.push(await countOne(bench, 'naive', setting, inputs), await countOne(bench, 'online', setting, inputs));
    const heights = setting === dense ? [...CLAIMED_TILE_ROWS, CONTROL_TILE_ROWS] : [shape.tileRows, CONTROL_TILE_ROWS];
    for (const tileRows of heights) results.push(await countOne(bench, 'flash', { ...setting, tileRows }, inputs));
  }
  return results;
}

async function countOne(bench: Bench, variant: Variant, shape: AttentionShape, inputs: Inputs): Promise<Counted> {
  const attention = await Attention.open(bench, shape, inputs, true);
  const scores = variant === 'naive' ? await attention.allocateScores() : undefined;
  const { counted, output } = await attention.countedOutput(await attention.passes(variant, scores));
  if (scores !== undefined) bench.arena.release(scores);
  attention.release();
  const { formula, of } = CLOSED_FORMS[variant];
  return { variant, shape, formula, counted, expected: of(shape), output };
}

/** The order in which the tiled kernel visited the tiles of the first head: [query tiles, key tiles], 0 where skipped. */
export async function traceVisits(bench: Bench, shape: AttentionShape, inputs: Inputs): Promise<Uint32Array> {
  const attention = await Attention.open(bench, { ...shape, heads: 1 }, inputs, true);
  const visits = await attention.visits(await attention.passes('flash'));
  attention.release();
  return visits;
}
