import type { ParamValues } from '../../../src/core/runs/result';
import { claimCheck, openCheck } from '../../gpu/checks';
import type { Demo, DemoOutput, RunContext } from '../../gpu/demo';
import { summariseTimes } from '../../gpu/timing';
import { fitCharts } from './charts';
import { CLAIMS } from './claims';
import { fitHeads } from './fit';
import { referenceLogits } from './reference';
import { fitCheck, STATEMENTS } from './result-checks';
import { readSettings, type Settings } from './settings';
import { extremes } from './statistics';

const NO_KERNEL = 'Not evaluated: no kernel ran, since there is no usable graphics adapter.';

/** Without a GPU: the fits and their logits in float64. Streams and sink heads are not run. */
export function runOnCpu(demo: Demo, params: ParamValues, signal: AbortSignal, progress: RunContext['progress']): DemoOutput {
  const settings = readSettings(params);
  const { trained, sequence } = settings;
  signal.throwIfAborted();
  progress(0, 'Fitting the position logit on the CPU');
  const before = performance.now();
  const fits = fitHeads(trained);
  const between = performance.now();
  const logits = Float32Array.from(fits.flatMap((weights) => Array.from(referenceLogits(weights, sequence))));
  const after = performance.now();
  progress(1, 'Done');
  const numeric = (id: string, statement: string): ReturnType<typeof openCheck> => openCheck({ id, statement, operator: '<=', threshold: 1, unit: 'tolerances' }, 'numeric', NO_KERNEL);
  return {
    metrics: metricsOf(logits, settings),
    checks: [
      fitCheck(fits, trained),
      numeric('logits-exact', STATEMENTS.logits),
      numeric('nll-exact', STATEMENTS.nll),
      numeric('sink-exact', STATEMENTS.sink),
      ...CLAIMS.map((claim) => claimCheck(claim, { missing: '' }, { demo, params, adapter: null })),
    ],
    charts: fitCharts({ logits, settings }),
    timings: [summariseTimes('fits', [between - before], 'cpu'), summariseTimes('position logits', [after - between], 'cpu')],
    memory: { peakBytes: 0, buffers: {} },
  };
}

function metricsOf(logits: Float32Array, settings: Settings): DemoOutput['metrics'] {
  const { fit, sequence } = settings;
  const { inside, outside } = extremes(logits.subarray(fit * sequence, (fit + 1) * sequence), settings);
  return {
    logitInside: { value: inside, unit: '', meaning: 'Largest position logit at distances below L' },
    logitOutside: { value: outside, unit: '', meaning: 'Largest position logit from L to 8 L' },
  };
}
