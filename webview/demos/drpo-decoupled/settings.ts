import type { ParamValues } from '../../../src/core/runs/result';
import { armsAt, type Arm } from './arms';

/** The demo's parameters, read once. */
export interface Settings {
  readonly arms: readonly Arm[];
  /** Replicas of one arm. */
  readonly seeds: number;
  /** G, answers to one problem in one step. */
  readonly group: number;
  readonly steps: number;
  /** τ, temperature over the incorrect answers of DRPO. */
  readonly tau: number;
  readonly seed: number;
}

export function readSettings(params: ParamValues): Settings {
  return {
    arms: armsAt(Number(params['pace'])),
    seeds: Number(params['seeds']),
    group: Number(params['group']),
    steps: Number(params['steps']),
    tau: Number(params['tau']),
    seed: Number(params['seed']),
  };
}

/** Intervals between the points at which every policy is evaluated. */
const INTERVALS = 20;

/** Steps after which every policy is evaluated, from 0 to the last. */
export function evaluatedSteps({ steps }: Settings): readonly number[] {
  return Array.from({ length: INTERVALS + 1 }, (_, index) => Math.round((index * steps) / INTERVALS));
}
