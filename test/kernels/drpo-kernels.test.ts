import { armsAt, type Arm } from '../../webview/demos/drpo-decoupled/arms';
import { evaluationCheck, optimumCheck, traceChecks } from '../../webview/demos/drpo-decoupled/kernel-checks';
import { KERNELS } from '../../webview/demos/drpo-decoupled/kernels';
import { LONGEST } from '../../webview/demos/drpo-decoupled/problems';
import { bestDistribution } from '../../webview/demos/drpo-decoupled/reference';
import { replayTrace } from '../../webview/demos/drpo-decoupled/replay';
import type { Settings } from '../../webview/demos/drpo-decoupled/settings';
import { traceTraining } from '../../webview/demos/drpo-decoupled/trace';
import { Training } from '../../webview/demos/drpo-decoupled/training';
import type { Bench } from '../../webview/gpu/bench';
import { Breath } from '../../webview/gpu/breath';
import { withArena } from '../../webview/gpu/buffers';
import { worstError } from '../../webview/gpu/compare';
import { equal, ok } from './page/assert';
import { sharedGpu, untilDone } from './page/device';

async function withBench<T>(use: (bench: Bench) => Promise<T>): Promise<T> {
  const gpu = await sharedGpu();
  const sources = Object.fromEntries(KERNELS.map(({ name, source }) => [name, source]));
  return withArena(gpu, (arena) => use({ gpu, arena, sources, signal: untilDone() }));
}

function settingsWith(some: Partial<Settings>): Settings {
  return { arms: armsAt(1), seeds: 1, group: 8, steps: 20, tau: 10, seed: 7, ...some };
}

const ARMS = armsAt(1);
const many = (count: number): readonly Arm[] => Array.from({ length: count }, (_, index) => ARMS[index % ARMS.length]).filter((arm) => arm !== undefined);

describe('drpo-decoupled kernels', () => {
  for (const [name, some] of [
    ['one replica', { arms: ARMS.slice(-2, -1) }],
    ['one over a workgroup of replicas', { arms: many(33) }],
    ['no multiple of any workgroup, odd groups', { arms: many(7), group: 5 }],
    ['the largest groups', { arms: many(14), group: 16 }],
  ] as const) {
    it(`draw, weigh, count and step as in float64 with ${name}`, async () => {
      const settings = settingsWith(some);
      await withBench(async (bench) => {
        const trace = await traceTraining(bench, settings);
        const breath = new Breath(untilDone());
        const checks = [...traceChecks(trace, await replayTrace(trace, breath)), await optimumCheck(trace, breath)];
        for (const { id, verdict, detail } of checks) equal(verdict, 'pass', `${id}: ${detail}`);
      });
    });
  }

  it('evaluate every policy as in float64 when replicas fill no workgroup', async () => {
    for (const [arms, seeds] of [[1, 1], [11, 3]] as const) {
      const settings = settingsWith({ arms: many(arms), seeds });
      await withBench(async (bench) => {
        const training = await Training.open(bench, settings);
        await training.run(() => undefined);
        const { logits, curve } = await training.readState();
        const check = evaluationCheck(settings, logits, curve.subarray(-2 * training.replicas));
        equal(check.verdict, 'pass', check.detail);
        ok(curve.every((value) => value > 0), 'every point was written');
      });
    }
  });

  it('a step split over more submits gives the same policies', async () => {
    const settings = settingsWith({ arms: many(5), seeds: 2 });
    const whole = await withBench(async (bench) => {
      const training = await Training.open(bench, settings);
      await training.run(() => undefined);
      return training.readState();
    });
    const single = await withBench(async (bench) => {
      const training = await Training.open(bench, settings);
      for (let step = 0; step < settings.steps; step += 1) await training.submit('one step', training.step);
      return training.readState();
    });
    equal(worstError(single.logits, whole.logits, { relative: 0, absolute: 1e-6 }).inTolerances, 0);
  });

  it('the optimiser of the reference finds what the closed form says', () => {
    const lengths = [64, 224, 224, 480];
    const powers = lengths.map((length) => Math.exp((1 - length / LONGEST) / 0.2));
    const total = powers.reduce((sum, power) => sum + power, 0);
    const worst = worstError(bestDistribution(lengths, 0.2), powers.map((power) => power / total), { relative: 1e-12, absolute: 1e-12 });
    ok(worst.inTolerances <= 1, `${String(worst.actual)}, not ${String(worst.expected)}`);
  });
});
