import type { Arm } from './arms';

/** What training gave, on either engine: curves and counts of every replica, arm by arm, seed by seed. */
export interface Outcome {
  readonly arms: readonly Arm[];
  readonly seeds: number;
  /** Steps after which the policies were evaluated. */
  readonly steps: readonly number[];
  /** [points, replicas, 2]: expected accuracy, expected tokens. */
  readonly curve: ArrayLike<number>;
  /** [replicas, 2]: correct rollouts over all steps, those of them with a negative weight. */
  readonly counts: ArrayLike<number>;
}

/** A policy on the plane of accuracy and length, as mean over the seeds, and its spread. */
export interface Spot {
  readonly tokens: number;
  readonly accuracy: number;
  readonly lowAccuracy: number;
  readonly highAccuracy: number;
  readonly lowTokens: number;
  readonly highTokens: number;
}

/** Where an arm is at one point of its curve. */
export function spotAt(outcome: Outcome, arm: Arm, point: number): Spot {
  const { accuracies, lengths } = seedsAt(outcome, arm, point);
  return {
    tokens: mean(lengths),
    accuracy: mean(accuracies),
    lowAccuracy: Math.min(...accuracies),
    highAccuracy: Math.max(...accuracies),
    lowTokens: Math.min(...lengths),
    highTokens: Math.max(...lengths),
  };
}

/** Where an arm ends. */
export function finalSpot(outcome: Outcome, arm: Arm): Spot {
  return spotAt(outcome, arm, outcome.steps.length - 1);
}

/** The whole way of an arm, from the first evaluation to the last. */
export function pathOf(outcome: Outcome, arm: Arm): readonly Spot[] {
  return outcome.steps.map((_, point) => spotAt(outcome, arm, point));
}

/** Correct rollouts of an arm over all seeds and steps, and those with a negative weight. */
export function countsOf({ arms, seeds, counts }: Outcome, arm: Arm): { readonly correct: number; readonly pushedDown: number } {
  const first = arms.indexOf(arm) * seeds;
  let [correct, pushedDown] = [0, 0];
  for (let replica = first; replica < first + seeds; replica += 1) {
    correct += counts[2 * replica] ?? NaN;
    pushedDown += counts[2 * replica + 1] ?? NaN;
  }
  return { correct, pushedDown };
}

/** The same training as one of its seeds alone. */
export function ofSeed({ arms, seeds, steps, curve, counts }: Outcome, seed: number): Outcome {
  const pick = (values: ArrayLike<number>, rows: number): readonly number[] =>
    Array.from({ length: rows }, (_, row) => [0, 1].map((part) => values[2 * (row * seeds + seed) + part] ?? NaN)).flat();
  return { arms, seeds: 1, steps, curve: pick(curve, steps.length * arms.length), counts: pick(counts, arms.length) };
}

export function armNamed({ arms }: Pick<Outcome, 'arms'>, name: string): Arm {
  const arm = arms.find((one) => one.name === name);
  if (arm === undefined) throw new RangeError(`There is no arm “${name}”.`);
  return arm;
}

function seedsAt({ arms, seeds, curve }: Outcome, arm: Arm, point: number): { readonly accuracies: readonly number[]; readonly lengths: readonly number[] } {
  const first = point * arms.length * seeds + arms.indexOf(arm) * seeds;
  const pick = (part: number): readonly number[] => Array.from({ length: seeds }, (_, index) => curve[2 * (first + index) + part] ?? NaN);
  return { accuracies: pick(0), lengths: pick(1) };
}

function mean(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0) / values.length;
}
