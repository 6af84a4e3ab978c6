import type { Breath } from '../../gpu/breath';
import { BINS, makeVerifier, PROBLEMS, PROBLEMS_PER_TYPE, TYPES, verboseLogits } from './problems';
import { drawRollout, policyOf, stepRow, weigh, type Rollout } from './reference';
import type { Trace } from './trace';

const CORRECT = 0x100;
/** As in census.wgsl, rounded as there. */
const TIE = Math.fround(2e-5);

/** The traced steps once more in float64, beside what the GPU did. */
export interface Replay {
  /** Rollouts that the reference would have drawn otherwise, of all. */
  readonly differing: number;
  readonly drawn: number;
  /** Weights of every traced rollout, step by step. */
  readonly weights: Float64Array;
  /** Logits after the last step: [replicas, types, bins]. */
  readonly logits: Float64Array;
  /** Counted from the weights that the GPU gave: [replicas, 2]. */
  readonly counts: Float64Array;
}

export function decodeRollout(word: number): Rollout {
  return { bin: word & 0xff, correct: (word & CORRECT) !== 0 };
}

export function encodeRollout({ bin, correct }: Rollout): number {
  return bin | (correct ? CORRECT : 0);
}

/**
 * Draws, weighs and steps in float64. The replay goes on with the GPU's answers, so that one answer
 * drawn otherwise, at the very edge of two lengths, does not make all later steps incomparable.
 */
export async function replayTrace({ settings, steps }: Trace, breath: Breath): Promise<Replay> {
  const { arms, group, seed, tau } = settings;
  const verifier = makeVerifier(seed, 1);
  const rows = Array.from({ length: arms.length * TYPES }, (_, row) => Float64Array.from(verboseLogits().subarray((row % TYPES) * BINS, (row % TYPES + 1) * BINS)));
  const weights: number[] = [];
  const counts = new Float64Array(2 * arms.length);
  let [differing, drawn] = [0, 0];
  for (const [step, traced] of steps.entries()) {
    for (const [row, logits] of rows.entries()) {
      await breath.take();
      const replica = Math.floor(row / TYPES);
      const arm = arms[replica];
      if (arm === undefined) throw new RangeError(`There is no arm ${String(replica)}.`);
      const policy = policyOf(logits);
      const groups = Array.from({ length: PROBLEMS_PER_TYPE }, (_, inType) => {
        const problem = (row % TYPES) * PROBLEMS_PER_TYPE + inType;
        const first = (replica * PROBLEMS + problem) * group;
        const answers = Array.from(traced.rollouts.subarray(first, first + group), decodeRollout);
        const chances = verifier.subarray(problem * BINS, (problem + 1) * BINS);
        for (const [index, answer] of answers.entries()) {
          const expected = drawRollout(policy, chances, { seed, seedIndex: 0, step, problem, index, group });
          differing += expected.bin === answer.bin && expected.correct === answer.correct ? 0 : 1;
          drawn += 1;
          if (answer.correct) {
            counts[2 * replica] = (counts[2 * replica] ?? 0) + 1;
            if ((traced.weights[first + index] ?? NaN) < -TIE) counts[2 * replica + 1] = (counts[2 * replica + 1] ?? 0) + 1;
          }
        }
        return { answers, weights: weigh(arm, answers, policy, tau) };
      });
      weights.push(...groups.flatMap((one) => one.weights));
      stepRow(logits, groups, arm.rate);
    }
  }
  return { differing, drawn, weights: Float64Array.from(weights), logits: Float64Array.from(rows.flatMap((row) => [...row])), counts };
}
