import { passOf, type Bench } from '../../gpu/bench';
import { flopsPerSubmit, runTogether, type Pass } from '../../gpu/passes';
import { RULE_CODES } from './arms';
import { SETUPS, type KernelName } from './kernels';
import { BINS, makeVerifier, PROBLEMS, TYPES, verboseLogits } from './problems';
import { evaluatedSteps, type Settings } from './settings';

interface Buffers {
  readonly logits: GPUBuffer;
  readonly rollouts: GPUBuffer;
  readonly weights: GPUBuffer;
  readonly counts: GPUBuffer;
  readonly curve: GPUBuffer;
  readonly stepsDone: GPUBuffer;
}

/** All replicas of all arms in training on the GPU, arm by arm, seed by seed. */
export class Training {
  readonly replicas: number;

  private constructor(
    private readonly bench: Bench,
    private readonly settings: Settings,
    private readonly buffers: Buffers,
    /** The four kernels of one step in their order. */
    readonly step: readonly Pass[],
    /** Evaluates every policy, one pass for each point of the curve. */
    readonly evaluations: readonly Pass[],
  ) {
    this.replicas = settings.arms.length * settings.seeds;
  }

  /** Allocates everything, with every policy as it is before training. */
  static async open(bench: Bench, settings: Settings): Promise<Training> {
    const { arena } = bench;
    const { arms, seeds, group, seed, tau } = settings;
    const replicas = arms.length * seeds;
    const points = evaluatedSteps(settings);
    const [shape] = await arena.uniforms('shape', [shapeBlock({ replicas, seeds, group, seed, tau })]);
    if (shape === undefined) throw new RangeError('The shape was not uploaded.');
    const armTable = await arena.upload('arms', new Uint32Array(armBlock(settings)));
    const verifier = await arena.upload('verifier', makeVerifier(seed, seeds));
    const buffers: Buffers = {
      logits: await arena.upload('logits', repeated(verboseLogits(), replicas)),
      rollouts: await arena.storage('rollouts', 4 * replicas * PROBLEMS * group),
      weights: await arena.storage('weights', 4 * replicas * PROBLEMS * group),
      counts: await arena.storage('counts', 8 * replicas),
      curve: await arena.storage('curve', 8 * replicas * points.length),
      stepsDone: await arena.storage('steps done', 4),
    };
    const { logits, rollouts, weights, counts, curve, stepsDone } = buffers;
    const over = (name: KernelName, invocations: number, resources: readonly (GPUBuffer | GPUBufferBinding)[]): Promise<Pass> =>
      passOf(bench, SETUPS[name], [shape, ...resources], [Math.ceil(invocations / SETUPS[name].constants.threads), 1, 1]);
    const step = await Promise.all([
      over('rollout', replicas * PROBLEMS, [stepsDone, logits, verifier, rollouts]),
      over('signals', replicas * PROBLEMS, [armTable, logits, rollouts, weights]),
      over('census', replicas, [rollouts, weights, counts]),
      over('update', replicas * TYPES, [armTable, rollouts, weights, logits, stepsDone]),
    ]);
    const slots = await arena.uniforms('point', points.map((_, point) => new Uint32Array([point, 0, 0, 0]).buffer));
    const evaluations = await Promise.all(slots.map((slot) => over('policy_eval', replicas, [slot, logits, verifier, curve])));
    return new Training(bench, settings, buffers, step, evaluations);
  }

  /** Trains through all steps and evaluates the policies on the way. */
  async run(progress: (fraction: number) => void): Promise<void> {
    const perSubmit = Math.max(1, Math.floor(flopsPerSubmit(this.bench.gpu) / flopsPerStep(this.settings)));
    let done = 0;
    for (const [point, until] of evaluatedSteps(this.settings).entries()) {
      while (done < until) {
        const steps = Math.min(perSubmit, until - done);
        await this.submit('training steps', Array.from({ length: steps }, () => this.step).flat());
        done += steps;
      }
      await this.submit('policy_eval', this.evaluations.slice(point, point + 1));
      progress(done / this.settings.steps);
    }
  }

  async submit(name: string, passes: readonly Pass[]): Promise<void> {
    await runTogether(this.bench.gpu, name, passes, this.bench.signal);
  }

  /** Puts a group of one's own where `rollout` would have drawn one. */
  place(rollouts: Uint32Array<ArrayBuffer>): void {
    this.bench.gpu.device.queue.writeBuffer(this.buffers.rollouts, 0, rollouts);
  }

  async readGroups(): Promise<{ readonly rollouts: Uint32Array; readonly weights: Float32Array }> {
    const [rollouts, weights] = await this.read([this.buffers.rollouts, this.buffers.weights]);
    return { rollouts: new Uint32Array(rollouts), weights: new Float32Array(weights) };
  }

  /** Logits [replicas, types, bins], counts [replicas, 2] and the curve [points, replicas, 2]. */
  async readState(): Promise<{ readonly logits: Float32Array; readonly counts: Uint32Array; readonly curve: Float32Array }> {
    const [logits, counts, curve] = await this.read([this.buffers.logits, this.buffers.counts, this.buffers.curve]);
    return { logits: new Float32Array(logits), counts: new Uint32Array(counts), curve: new Float32Array(curve) };
  }

  private async read<T extends readonly GPUBuffer[]>(buffers: readonly [...T]): Promise<{ readonly [K in keyof T]: ArrayBuffer }> {
    return (await this.bench.arena.read(buffers, this.bench.signal)) as { readonly [K in keyof T]: ArrayBuffer };
  }
}

/** Operations of one step: per rollout two random numbers, a walk over the cumulated policy and its weight. */
export function flopsPerStep({ arms, seeds, group }: Pick<Settings, 'arms' | 'seeds' | 'group'>): number {
  const [perRollout, perGroup] = [60 + 2 * BINS, 12 * BINS];
  return arms.length * seeds * PROBLEMS * (group * perRollout + perGroup);
}

/** The `Shape` struct of common.wgsl. */
function shapeBlock({ replicas, seeds, group, seed, tau }: Omit<Settings, 'arms' | 'steps'> & { readonly replicas: number }): ArrayBuffer {
  const block = new ArrayBuffer(32);
  new Uint32Array(block).set([replicas, seeds, group, seed]);
  new Float32Array(block)[4] = tau;
  return block;
}

/** One `Arm` struct of signals.wgsl after the other. */
function armBlock({ arms }: Settings): ArrayBuffer {
  const block = new ArrayBuffer(12 * arms.length);
  for (const [index, { rule, strength, rate }] of arms.entries()) {
    new Uint32Array(block)[3 * index] = RULE_CODES[rule];
    new Float32Array(block).set([strength, rate], 3 * index + 1);
  }
  return block;
}

function repeated(row: Float32Array, times: number): Float32Array<ArrayBuffer> {
  const all = new Float32Array(times * row.length);
  for (let at = 0; at < times; at += 1) all.set(row, at * row.length);
  return all;
}
