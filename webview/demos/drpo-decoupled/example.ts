import type { Bench } from '../../gpu/bench';
import { armNamed } from './outcome';
import { PROBLEMS, tokensOf } from './problems';
import type { Rollout } from './reference';
import { encodeRollout } from './replay';
import type { Settings } from './settings';
import { Training } from './training';

/** Six answers to one problem: five correct ones of growing length, and a wrong one. */
export const EXAMPLE: readonly Rollout[] = [
  { bin: 2, correct: true },
  { bin: 6, correct: true },
  { bin: 10, correct: true },
  { bin: 13, correct: true },
  { bin: 15, correct: true },
  { bin: 12, correct: false },
];

/** The rules that are shown at the example and in the learning curves, each at a middle strength. */
export const SHOWN_ARMS = ['GRPO + length α=0.6', 'RLOO-LP α=0.6', 'DRPO Λ=0.1'] as const;

export function nameOfAnswer({ bin, correct }: Rollout): string {
  return `${correct ? 'correct' : 'wrong'}, ${String(tokensOf(bin))} tokens`;
}

/** What each shown rule weighs the example's answers with, by the kernel that trains: one list for each arm. */
export async function weighExample(bench: Bench, settings: Settings): Promise<readonly (readonly number[])[]> {
  const group = EXAMPLE.length;
  const arms = SHOWN_ARMS.map((name) => armNamed(settings, name));
  const training = await Training.open(bench, { ...settings, arms, group, seeds: 1 });
  const perReplica = PROBLEMS * group;
  training.place(Uint32Array.from({ length: arms.length * perReplica }, (_, at) => encodeRollout(EXAMPLE[at % group] ?? { bin: 0, correct: false })));
  await training.submit('example group', training.step.filter(({ kernel }) => kernel.name === 'signals'));
  const { weights } = await training.readGroups();
  return arms.map((_, replica) => [...weights.subarray(replica * perReplica, replica * perReplica + group)]);
}
