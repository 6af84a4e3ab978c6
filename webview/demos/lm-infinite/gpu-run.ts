import type { ParamValues } from '../../../src/core/runs/result';
import type { Bench } from '../../gpu/bench';
import { Breath } from '../../gpu/breath';
import { withArena } from '../../gpu/buffers';
import type { Demo, DemoOutput, RunContext } from '../../gpu/demo';
import { GpuClock, summariseTimes } from '../../gpu/timing';
import { chartsOf } from './charts';
import { claimChecks, metricsOf, type Findings } from './findings';
import { fitHeads } from './fit';
import { ropeLogits } from './head';
import { MODE_NAMES } from './modes';
import { fitCheck, logitCheck, scoreCheck, sinkCheck, visitChecks } from './result-checks';
import { readSettings, SEEDS } from './settings';
import { makeSinkHeads, runSinkHeads } from './sink';
import { scoreStreams, timeStreams } from './stream-run';
import { makeStream, oracleNll } from './streams';

/** The whole run on a GPU: fit, predict under every mask, run the sink heads, compare with the references, decide. */
export async function runOnGpu(demo: Demo, context: RunContext, params: ParamValues): Promise<DemoOutput> {
  const { gpu, sources, signal } = context;
  const settings = readSettings(params);
  const { trained, sequence, seed } = settings;
  return withArena(gpu, async (arena) => {
    const bench: Bench = { gpu, arena, sources, signal };
    const breath = new Breath(signal);
    context.progress(0, 'Fitting the position logit');
    const fits = fitHeads(trained);
    const logits = await ropeLogits(bench, fits, sequence);

    context.progress(0.1, 'Predicting the streams under every mask');
    const streams = Array.from({ length: SEEDS }, (_, stream) => makeStream(sequence, seed + stream));
    const buffers = {
      tokens: await arena.upload('tokens', Uint32Array.from(streams.flatMap((tokens) => Array.from(tokens)))),
      logits: logits.buffer,
      scores: await arena.storage('scores', 8 * SEEDS * sequence),
      visits: await arena.storage('visits', 4 * SEEDS * sequence),
      distances: sequence,
    };
    const scores = await scoreStreams(bench, buffers, settings, SEEDS);

    context.progress(0.4, 'Running the sink heads');
    const heads = makeSinkHeads(settings);
    const sinks = await runSinkHeads(bench, heads, settings);

    context.progress(0.5, 'Measuring times');
    const times = await timeStreams(bench, await GpuClock.open(gpu, arena, signal), buffers, settings);

    context.progress(0.8, 'Comparing with the float64 references');
    const oracle = Float64Array.from(streams.flatMap((tokens) => Array.from(oracleNll(tokens))));
    const findings: Findings = { settings, logits: logits.values, scores, oracle, heads, sinks, times };
    const checks = [
      logitCheck(logits.values, fits, sequence),
      await scoreCheck(scores, settings, streams, fits, breath),
      await sinkCheck(sinks, settings, heads, breath),
      fitCheck(fits, trained),
      ...visitChecks(scores, sinks, settings),
      ...claimChecks(findings, { demo, params, adapter: gpu.facts }),
    ];
    context.progress(1, 'Done');
    return {
      metrics: metricsOf(findings),
      checks,
      charts: chartsOf(findings, gpu.facts.software),
      timings: times.map(({ mode, length, times: { samplesMs, method } }) => summariseTimes(`${MODE_NAMES[mode]}, ${String(length)} tokens`, samplesMs, method)),
      memory: arena.memory(),
    };
  });
}
