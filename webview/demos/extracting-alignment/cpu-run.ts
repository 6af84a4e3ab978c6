import type { ParamValues } from '../../../src/core/runs/result';
import { Breath } from '../../gpu/breath';
import { claimCheck, openCheck } from '../../gpu/checks';
import type { Demo, DemoOutput, RunContext } from '../../gpu/demo';
import { summariseTimes } from '../../gpu/timing';
import { chartsOf } from './charts';
import { CLAIMS } from './claims';
import { makeCorpus } from './corpus';
import { STATEMENTS } from './kernel-checks';
import { metricsOf } from './metrics';
import type { Scores } from './recall';
import { centred, compareTexts, dot, embedText } from './reference';
import { readSettings } from './settings';

/** Without a GPU: all pairs by the recurrences and the float64 embedding. */
export async function runOnCpu(demo: Demo, params: ParamValues, signal: AbortSignal, progress: RunContext['progress']): Promise<DemoOutput> {
  const settings = readSettings(params);
  const { seeds, width } = settings;
  const corpus = makeCorpus(settings);
  const breath = new Breath(signal);
  const before = performance.now();
  const best: number[] = [];
  for (let seed = 0; seed < seeds; seed += 1) {
    const samples = corpus.samples.slice(seed * settings.samples, (seed + 1) * settings.samples);
    const rows = samples.map((text) => embedText(text, width));
    const known = centred(rows, rows);
    const perSeed = corpus.truths.length;
    for (const [index, text] of corpus.generations.slice(seed * perSeed, (seed + 1) * perSeed).entries()) {
      const [row = []] = centred([embedText(text, width)], rows);
      let [edit, indel] = [0, 0];
      for (const sample of samples) {
        await breath.take();
        const { distance, common } = compareTexts(sample, text);
        edit = Math.max(edit, 1 - distance / Math.max(sample.length, text.length));
        indel = Math.max(indel, (2 * common) / (sample.length + text.length));
      }
      best.push(edit, indel, Math.max(...known.map((sample) => dot(row, sample))));
      progress((seed + index / perSeed) / seeds, 'Comparing all pairs on the CPU');
    }
  }
  const elapsed = performance.now() - before;
  const scores: Scores = { truths: corpus.truths, seeds, best };
  progress(1, 'Done');
  return {
    metrics: metricsOf(scores, settings),
    checks: [
      ...Object.entries(STATEMENTS).map(([id, statement]) =>
        openCheck({ id, statement, operator: '<=', threshold: 1, unit: 'tolerances' }, 'numeric', 'Not evaluated: no kernel ran, since there is no usable graphics adapter.'),
      ),
      ...CLAIMS.map((claim) => claimCheck(claim, { missing: '' }, { demo, params, adapter: null })),
    ],
    charts: chartsOf(scores, settings),
    timings: [summariseTimes('all pairs on the CPU', [elapsed], 'cpu')],
    memory: { peakBytes: 0, buffers: {} },
  };
}
