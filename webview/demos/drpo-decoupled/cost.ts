import type { ParamValues } from '../../../src/core/runs/result';
import type { Cost } from '../../gpu/demo';
import { BINS, PROBLEMS, TYPES } from './problems';
import { evaluatedSteps, readSettings } from './settings';
import { TRACED_STEPS } from './trace';
import { flopsPerStep } from './training';

const KERNELS_PER_STEP = 4;
/** Two warm-ups and five samples of each kernel. */
const TIMED_RUNS = 7;

/** Steps of all replicas, the traced steps of one seed, and the exact evaluations. */
export function costOf(params: ParamValues): Cost {
  const settings = readSettings(params);
  const { arms, seeds, steps, group } = settings;
  const replicas = arms.length * seeds;
  const points = evaluatedSteps(settings).length;
  return {
    flops: (steps + TIMED_RUNS) * flopsPerStep(settings) + TRACED_STEPS * flopsPerStep({ ...settings, seeds: 1 }) + points * replicas * (PROBLEMS + 8 * TYPES) * BINS,
    dispatches: KERNELS_PER_STEP * (steps + TRACED_STEPS + TIMED_RUNS) + points,
    // Rollouts and weights are read back together for the trace alone, which has one seed.
    peakBytes: 8 * (replicas + 2 * arms.length) * PROBLEMS * group + 4 * seeds * PROBLEMS * BINS + replicas * (4 * TYPES * BINS + 8 * (points + 1)) * 2,
  };
}
