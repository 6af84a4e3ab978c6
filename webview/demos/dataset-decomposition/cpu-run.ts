import type { Check, ParamValues } from '../../../src/core/runs/result';
import { Breath } from '../../gpu/breath';
import { claimCheck, openCheck } from '../../gpu/checks';
import type { Demo, DemoOutput, RunContext } from '../../gpu/demo';
import { summariseTimes } from '../../gpu/timing';
import { countCharts } from './charts';
import { CLAIMS } from './claims';
import { trainingsOf } from './curriculum';
import type { DataSet } from './data-set';
import { documentLengths } from './documents';
import { countMetrics } from './findings';
import { LAYOUTS } from './live-batch';
import { referenceDataSet, referenceDraws } from './reference';
import { coverCheck, CURRICULUM_STATEMENT, INTEGER_CHECKS, LIVE_STATEMENTS } from './result-checks';
import { readSettings } from './settings';
import { attentionCost } from './statistics';

const NO_KERNEL = 'Not evaluated: no kernel ran, since there is no usable graphics adapter.';

/** Without a GPU: the integers of the data sets by the definition, and what follows from them. Attention is not run. */
export async function runOnCpu(demo: Demo, params: ParamValues, signal: AbortSignal, progress: RunContext['progress']): Promise<DemoOutput> {
  const settings = readSettings(params);
  const lengths = documentLengths(settings);
  const breath = new Breath(signal);
  progress(0, 'Decomposing the data sets on the CPU');
  const before = performance.now();
  const dataSets: DataSet[] = [];
  for (const documents of lengths) dataSets.push(await referenceDataSet(documents, settings, breath));
  const after = performance.now();
  const trainings = trainingsOf(dataSets.slice(0, -1), settings);
  const trained = trainings.map((training) => ({ training, picks: referenceDraws(training.seed, training.batches, training.weights, settings.cycles) }));
  const costs = dataSets.map((dataSet) => attentionCost(dataSet, settings));
  progress(1, 'Done');
  return {
    metrics: countMetrics(costs, settings),
    checks: [
      coverCheck(dataSets, lengths, settings),
      ...INTEGER_CHECKS.map(({ id, statement }) => open(id, 'invariant', statement)),
      open('curriculum-exact', 'invariant', CURRICULUM_STATEMENT),
      ...LAYOUTS.map((layout) => openCheck({ id: `attention-${layout}`, statement: LIVE_STATEMENTS[layout], operator: '<=', threshold: 1, unit: 'tolerances' }, 'numeric', NO_KERNEL)),
      ...CLAIMS.map((claim) => claimCheck(claim, { missing: '' }, { demo, params, adapter: null })),
    ],
    charts: countCharts(dataSets, costs, trained, settings),
    timings: [summariseTimes('decomposing, four data sets', [after - before], 'cpu')],
    memory: { peakBytes: 0, buffers: {} },
  };
}

function open(id: string, kind: Check['kind'], statement: string): Check {
  return openCheck({ id, statement, operator: '==', threshold: 0, unit: 'differing integers' }, kind, NO_KERNEL);
}
