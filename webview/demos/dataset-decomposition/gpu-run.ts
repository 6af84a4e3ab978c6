import type { ParamValues } from '../../../src/core/runs/result';
import type { Bench } from '../../gpu/bench';
import { Breath } from '../../gpu/breath';
import { withArena } from '../../gpu/buffers';
import type { Circumstances } from '../../gpu/checks';
import type { Demo, DemoOutput, RunContext } from '../../gpu/demo';
import { GpuClock, summariseTimes } from '../../gpu/timing';
import { referenceAttention, tokensToCheck } from './attention-reference';
import { countCharts, timeChart } from './charts';
import { drawCurriculum, trainingsOf } from './curriculum';
import { decompose } from './data-set';
import { documentLengths, liveDocuments } from './documents';
import { countClaims, countMetrics, liveMetrics, timeClaim } from './findings';
import { LAYOUT_NAMES, liveBatches } from './live-batch';
import { liveInputs, runLive } from './live-run';
import { referenceDataSet, referenceDraws } from './reference';
import { coverCheck, CURRICULUM_STATEMENT, equalityCheck, integerChecks, liveCheck, pairsCheck } from './result-checks';
import { readSettings } from './settings';
import { attentionCost } from './statistics';

/** The whole run on a GPU: decompose, draw a curriculum, run attention, compare with the references, decide. */
export async function runOnGpu(demo: Demo, context: RunContext, params: ParamValues): Promise<DemoOutput> {
  const { gpu, sources, signal } = context;
  const settings = readSettings(params);
  return withArena(gpu, async (arena) => {
    const bench: Bench = { gpu, arena, sources, signal };
    const breath = new Breath(signal);
    context.progress(0, 'Decomposing the data sets');
    const lengths = documentLengths(settings);
    const dataSets = await decompose(bench, lengths, settings);
    const small = liveDocuments(lengths[0] ?? new Uint32Array(), settings);
    const [live] = await decompose(bench, [small], settings.live);
    if (live === undefined) throw new RangeError('No documents were decomposed.');

    context.progress(0.2, 'Drawing the curriculum');
    const trainings = trainingsOf(dataSets.slice(0, -1), settings);
    const drawn = await drawCurriculum(bench, trainings, settings.cycles);
    const trained = trainings.map((training, index) => ({ training, picks: drawn[index] ?? [] }));

    context.progress(0.3, 'Running attention on the measured batch');
    const inputs = liveInputs(settings.live.tokens, settings.seed);
    const clock = await GpuClock.open(gpu, arena, signal);
    const results = await runLive(bench, clock, liveBatches(small, live, settings), inputs);

    context.progress(0.7, 'Comparing with the references');
    const expected = [];
    for (const documents of lengths) expected.push(await referenceDataSet(documents, settings, breath));
    const expectedLive = await referenceDataSet(small, settings.live, breath);
    const attention = [];
    for (const result of results) {
      const tokens = tokensToCheck(result.batch, settings.seed);
      attention.push(liveCheck(result, tokens, await referenceAttention(inputs, result.batch, tokens, breath)), pairsCheck(result));
    }
    const costs = dataSets.map((dataSet) => attentionCost(dataSet, settings));
    const circumstances: Circumstances = { demo, params, adapter: gpu.facts };
    context.progress(1, 'Done');
    return {
      metrics: { ...countMetrics(costs, settings), ...liveMetrics(results) },
      checks: [
        ...integerChecks([...dataSets, live], [...expected, expectedLive]),
        coverCheck(dataSets, lengths, settings),
        equalityCheck('curriculum-exact', CURRICULUM_STATEMENT, drawn, trainings.map(({ seed, batches, weights }) => referenceDraws(seed, batches, weights, settings.cycles))),
        ...attention,
        ...countClaims(costs, trained, settings, circumstances),
        timeClaim(results, circumstances),
      ],
      charts: [...countCharts(dataSets, costs, trained, settings), timeChart(results, gpu.facts.software)],
      timings: results.map(({ batch, times }) => summariseTimes(LAYOUT_NAMES[batch.layout], times.samplesMs, times.method)),
      memory: arena.memory(),
    };
  });
}
