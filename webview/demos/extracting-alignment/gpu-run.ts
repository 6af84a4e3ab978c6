import type { ParamValues } from '../../../src/core/runs/result';
import { Breath } from '../../gpu/breath';
import { withArena } from '../../gpu/buffers';
import type { Demo, DemoOutput, RunContext } from '../../gpu/demo';
import { GpuClock, median, summariseTimes } from '../../gpu/timing';
import { chartsOf } from './charts';
import { claimChecks } from './claim-checks';
import { makeCorpus } from './corpus';
import { bestCheck, cosineCheck, pairChecks } from './kernel-checks';
import { Matching } from './matching';
import { metricsOf } from './metrics';
import type { Scores } from './recall';
import { readSettings } from './settings';

/** The whole run on a GPU: match every generation by both measures, compare with the reference, decide. */
export async function runOnGpu(demo: Demo, context: RunContext, params: ParamValues): Promise<DemoOutput> {
  const { gpu, signal, sources } = context;
  const settings = readSettings(params);
  return withArena(gpu, async (arena) => {
    context.progress(0, 'Writing the texts and building the kernels');
    const corpus = makeCorpus(settings);
    const matching = await Matching.open({ gpu, arena, sources, signal }, corpus, settings);
    context.progress(0.2, 'Comparing all pairs');
    const matches = await matching.run();
    const scores: Scores = { truths: corpus.truths, seeds: settings.seeds, best: matches.best };

    context.progress(0.4, 'Comparing with the reference');
    const breath = new Breath(signal);
    const checks = [
      ...(await pairChecks(corpus, settings, matches, breath)),
      await cosineCheck(corpus, settings, matches, breath),
      bestCheck(corpus, settings, matches),
      ...claimChecks(scores, settings, { demo, params, adapter: gpu.facts }),
    ];

    context.progress(0.6, 'Timing the kernels');
    const clock = await GpuClock.open(gpu, arena, signal);
    const times = await clock.time(matching.passes, signal);
    const pairsPerSecond = (kernel: string): number => {
      const samplesMs = times.find((time) => time.kernel === kernel)?.samplesMs ?? [];
      return matches.distances.length / Math.max(median(samplesMs), 1e-3) / 1e3;
    };
    context.progress(1, 'Done');
    return {
      metrics: {
        ...metricsOf(scores, settings),
        editThroughput: { value: pairsPerSecond('edit_distance'), unit: 'M pairs/s', meaning: 'Pairs of texts compared by edit distance' },
        cosineThroughput: { value: pairsPerSecond('cosine'), unit: 'M pairs/s', meaning: 'Pairs of embeddings compared' },
      },
      checks,
      charts: chartsOf(scores, settings),
      timings: times.map(({ kernel, samplesMs, method }) => summariseTimes(kernel, samplesMs, method)),
      memory: arena.memory(),
    };
  });
}
