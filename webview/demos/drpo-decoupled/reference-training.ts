import type { Breath } from '../../gpu/breath';
import type { Outcome } from './outcome';
import { BINS, makeVerifier, PROBLEMS, PROBLEMS_PER_TYPE, TYPES, verboseLogits } from './problems';
import { drawRollout, evaluate, policyOf, stepRow, weigh } from './reference';
import { evaluatedSteps, type Settings } from './settings';

/** As in census.wgsl. */
const TIE = 2e-5;

/** All replicas of all arms trained in float64, with the same answers drawn from the same numbers. */
export async function trainReference(settings: Settings, breath: Breath, progress: (fraction: number) => void): Promise<Outcome> {
  const { arms, seeds, seed, group, tau } = settings;
  const verifier = makeVerifier(seed, seeds);
  const steps = evaluatedSteps(settings);
  const replicas = arms.length * seeds;
  const curve = new Float64Array(2 * steps.length * replicas);
  const counts = new Float64Array(2 * replicas);
  for (let replica = 0; replica < replicas; replica += 1) {
    const arm = arms[Math.floor(replica / seeds)];
    if (arm === undefined) throw new RangeError(`There is no arm for replica ${String(replica)}.`);
    const seedIndex = replica % seeds;
    const chances = verifier.subarray(seedIndex * PROBLEMS * BINS, (seedIndex + 1) * PROBLEMS * BINS);
    const logits = Float64Array.from(verboseLogits());
    const rows = Array.from({ length: TYPES }, (_, type) => logits.subarray(type * BINS, (type + 1) * BINS));
    let done = 0;
    for (const [point, until] of steps.entries()) {
      for (; done < until; done += 1) {
        await breath.take();
        for (const [type, row] of rows.entries()) {
          const policy = policyOf(row);
          const groups = Array.from({ length: PROBLEMS_PER_TYPE }, (_, inType) => {
            const problem = type * PROBLEMS_PER_TYPE + inType;
            const answers = Array.from({ length: group }, (_unused, index) =>
              drawRollout(policy, chances.subarray(problem * BINS, (problem + 1) * BINS), { seed, seedIndex, step: done, problem, index, group }),
            );
            return { answers, weights: weigh(arm, answers, policy, tau) };
          });
          for (const { answers, weights } of groups) {
            for (const [index, { correct }] of answers.entries()) {
              if (!correct) continue;
              counts[2 * replica] = (counts[2 * replica] ?? 0) + 1;
              if ((weights[index] ?? 0) < -TIE) counts[2 * replica + 1] = (counts[2 * replica + 1] ?? 0) + 1;
            }
          }
          stepRow(row, groups, arm.rate);
        }
      }
      const { accuracy, tokens } = evaluate(logits, chances);
      curve.set([accuracy, tokens], 2 * (point * replicas + replica));
    }
    progress((replica + 1) / replicas);
  }
  return { arms, seeds, steps, curve, counts };
}
