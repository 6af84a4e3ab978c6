import type { ParamValues } from '../../../src/core/runs/result';
import { Breath } from '../../gpu/breath';
import { claimCheck, openCheck } from '../../gpu/checks';
import type { Demo, DemoOutput, RunContext } from '../../gpu/demo';
import { summariseTimes } from '../../gpu/timing';
import { censusChart, exampleChart, frontierChart, learningCharts } from './charts';
import { censusChecks } from './claim-checks';
import { CLAIMS } from './claims';
import { EXAMPLE, SHOWN_ARMS } from './example';
import { STATEMENTS } from './kernel-checks';
import { metricsOf } from './metrics';
import { armNamed } from './outcome';
import { BINS, verboseLogits } from './problems';
import { policyOf, weigh } from './reference';
import { trainReference } from './reference-training';
import { readSettings } from './settings';

/** Without a GPU: the same training in float64. */
export async function runOnCpu(demo: Demo, params: ParamValues, signal: AbortSignal, progress: RunContext['progress']): Promise<DemoOutput> {
  const settings = readSettings(params);
  const before = performance.now();
  const outcome = await trainReference(settings, new Breath(signal), (fraction) => progress(fraction, 'Training on the CPU'));
  const elapsed = performance.now() - before;
  const policy = policyOf(verboseLogits().subarray(0, BINS));
  return {
    metrics: metricsOf(outcome),
    checks: [
      ...censusChecks(outcome),
      ...Object.entries(STATEMENTS).map(([id, statement]) =>
        openCheck({ id, statement, operator: '<=', threshold: 1, unit: 'tolerances' }, 'numeric', 'Not evaluated: no kernel ran, since there is no usable graphics adapter.'),
      ),
      ...CLAIMS.map((claim) => claimCheck(claim, { missing: '' }, { demo, params, adapter: null })),
    ],
    charts: [
      frontierChart(outcome),
      censusChart(outcome),
      exampleChart(SHOWN_ARMS.map((name) => weigh(armNamed(settings, name), EXAMPLE, policy, settings.tau))),
      ...learningCharts(outcome),
    ],
    timings: [summariseTimes('training in float64', [elapsed], 'cpu')],
    memory: { peakBytes: 0, buffers: {} },
  };
}
