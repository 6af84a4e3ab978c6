import type { ParamValues } from '../../../src/core/runs/result';
import { Breath } from '../../gpu/breath';
import { withArena } from '../../gpu/buffers';
import type { Demo, DemoOutput, RunContext } from '../../gpu/demo';
import { GpuClock, summariseTimes } from '../../gpu/timing';
import { censusChart, exampleChart, frontierChart, learningCharts } from './charts';
import { censusChecks, claimChecks } from './claim-checks';
import { weighExample } from './example';
import { evaluationCheck, optimumCheck, traceChecks } from './kernel-checks';
import { metricsOf } from './metrics';
import type { Outcome } from './outcome';
import { replayTrace } from './replay';
import { evaluatedSteps, readSettings } from './settings';
import { traceTraining } from './trace';
import { Training } from './training';

/** The whole run on a GPU: train every replica, replay the first steps in float64, decide. */
export async function runOnGpu(demo: Demo, context: RunContext, params: ParamValues): Promise<DemoOutput> {
  const { gpu, signal, sources } = context;
  const settings = readSettings(params);
  return withArena(gpu, async (arena) => {
    const bench = { gpu, arena, sources, signal };
    context.progress(0, 'Building the kernels');
    const training = await Training.open(bench, settings);
    await training.run((fraction) => context.progress(0.05 + 0.65 * fraction, `Training ${String(training.replicas)} policies`));
    const { logits, counts, curve } = await training.readState();
    const outcome: Outcome = { arms: settings.arms, seeds: settings.seeds, steps: evaluatedSteps(settings), curve, counts };

    context.progress(0.7, 'Comparing with the float64 reference');
    const trace = await traceTraining(bench, settings);
    const breath = new Breath(signal);
    const replay = await replayTrace(trace, breath);
    const checks = [
      ...traceChecks(trace, replay),
      await optimumCheck(trace, breath),
      evaluationCheck(settings, logits, curve.subarray(-2 * training.replicas)),
      ...censusChecks(outcome),
      ...claimChecks(outcome, { demo, params, adapter: gpu.facts }),
    ];
    const example = await weighExample(bench, settings);

    context.progress(0.9, 'Timing the kernels');
    const clock = await GpuClock.open(gpu, arena, signal);
    const times = await clock.time([...training.step, ...training.evaluations.slice(-1)], signal);
    context.progress(1, 'Done');
    return {
      metrics: metricsOf(outcome),
      checks,
      charts: [frontierChart(outcome), censusChart(outcome), exampleChart(example), ...learningCharts(outcome)],
      timings: times.map(({ kernel, samplesMs, method }) => summariseTimes(kernel, samplesMs, method)),
      memory: arena.memory(),
    };
  });
}
