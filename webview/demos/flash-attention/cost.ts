import type { ParamValues } from '../../../src/core/runs/result';
import type { Cost } from '../../gpu/demo';
import { lengthsUpTo } from './measure';
import { readSettings } from './shape';

/** Times that each kernel runs at each length: two warm-ups, five samples. Repeats that lengthen short kernels are left out. */
const RUNS = 7;
const KERNELS = 5;
/** Instrumented runs and the clearing and reading around them. */
const OTHER_DISPATCHES = 40;

/** Multiplications and additions of Q Kᵀ and P V, twice each (naive and fused forms, online and tiled), over all lengths. */
export function costOf(params: ParamValues): Cost {
  const { rows, width, heads, causal } = readSettings(params).shape;
  const lengths = lengthsUpTo(rows);
  const pairs = lengths.reduce((sum, length) => sum + length * length, 0) * (causal ? 0.5 : 1);
  const scoresBytes = 4 * heads * rows * rows;
  return {
    flops: RUNS * heads * pairs * (3 * 4 * width + 20),
    dispatches: RUNS * KERNELS * lengths.length + OTHER_DISPATCHES,
    peakBytes: scoresBytes + 5 * 4 * heads * rows * width,
    largestBufferBytes: scoresBytes,
  };
}
