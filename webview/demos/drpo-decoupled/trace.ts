import type { Bench } from '../../gpu/bench';
import type { Settings } from './settings';
import { Training } from './training';

/** Steps that are read back one by one and compared with the reference. */
export const TRACED_STEPS = 20;

/** The first steps of one replica of every arm, as the GPU took them. */
export interface Trace {
  readonly settings: Settings;
  /** By step: rollouts and weights as [replicas, problems, group]. */
  readonly steps: readonly { readonly rollouts: Uint32Array; readonly weights: Float32Array }[];
  /** Logits after the last of them: [replicas, types, bins]. */
  readonly logits: Float32Array;
  /** Counts over all of them: [replicas, 2]. */
  readonly counts: Uint32Array;
}

/** Trains the first seed of every arm for a few steps, and reads every group of answers on the way. */
export async function traceTraining(bench: Bench, settings: Settings): Promise<Trace> {
  const traced: Settings = { ...settings, seeds: 1, steps: TRACED_STEPS };
  const training = await Training.open(bench, traced);
  const steps: Awaited<ReturnType<Training['readGroups']>>[] = [];
  for (let step = 0; step < TRACED_STEPS; step += 1) {
    await training.submit('traced step', training.step);
    steps.push(await training.readGroups());
  }
  const { logits, counts } = await training.readState();
  return { settings: traced, steps, logits, counts };
}
