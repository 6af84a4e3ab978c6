import type { Bench } from '../../gpu/bench';
import type { GpuClock, PassTimes } from '../../gpu/timing';
import type { Pass } from '../../gpu/passes';
import { Attention, type Variant } from './attention';
import type { Inputs } from './inputs';
import type { AttentionShape } from './shape';

/** What one variant did at one length. */
export interface VariantMeasure {
  /** One entry a kernel, in the order in which they run. */
  readonly times: readonly PassTimes[];
  /** Per sample, all kernels of the variant together. */
  readonly totalsMs: readonly number[];
  /** Bytes of the buffers that it works on: Q, K, V, O and the scores where there are any. */
  readonly bytes: number;
  /** Bytes beyond Q, K, V and O, as the arena counted them. */
  readonly extraBytes: number;
  /** O as [heads, rows, width], from a run without the clock. */
  readonly output: Float32Array;
}

export interface SizeMeasure {
  readonly rows: number;
  readonly variants: Readonly<Record<Variant, VariantMeasure>>;
}

const SHORTEST = 64;

/** Powers of two up to the chosen length, and the chosen length itself. */
export function lengthsUpTo(rows: number): readonly number[] {
  const lengths: number[] = [];
  for (let length = SHORTEST; length < rows; length *= 2) lengths.push(length);
  return [...lengths, rows];
}

/** Times the three variants at one length, one after another over the same operands. */
export async function measureSize(bench: Bench, clock: GpuClock, shape: AttentionShape, inputs: Inputs): Promise<SizeMeasure> {
  const attention = await Attention.open(bench, shape, inputs, false);
  const operandBytes = 4 * 4 * shape.heads * shape.rows * shape.width;
  const measure = async (variant: Variant): Promise<VariantMeasure> => {
    const watch = bench.arena.watchPeak();
    const scores = variant === 'naive' ? await attention.allocateScores() : undefined;
    const passes: readonly Pass[] = await attention.passes(variant, scores);
    const times = await clock.time(passes, bench.signal);
    const { extraBytes } = watch;
    const output = await attention.output(passes);
    if (scores !== undefined) bench.arena.release(scores);
    return { times, totalsMs: totals(times), bytes: operandBytes + extraBytes, extraBytes, output };
  };
  const variants = { naive: await measure('naive'), online: await measure('online'), flash: await measure('flash') };
  attention.release();
  return { rows: shape.rows, variants };
}

function totals(times: readonly PassTimes[]): readonly number[] {
  const samples = times[0]?.samplesMs.length ?? 0;
  return Array.from({ length: samples }, (_, sample) => times.reduce((sum, { samplesMs }) => sum + (samplesMs[sample] ?? NaN), 0));
}
