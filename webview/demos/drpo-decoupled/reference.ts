import { random } from '../../gpu/random';
import type { Arm } from './arms';
import { BINS, LONGEST, PROBLEMS, PROBLEMS_PER_TYPE, tokensOf, TYPES } from './problems';

/** An answer: how long it is, and what the verifier says. */
export interface Rollout {
  readonly bin: number;
  readonly correct: boolean;
}

/** Streams of the seed from which answers are drawn; those before belong to the problems. */
const FIRST_ROLLOUT_STREAM = 64;

/** The definition of the softmax, in float64. */
export function policyOf(logits: ArrayLike<number>): readonly number[] {
  const largest = Math.max(...Array.from(logits));
  const powers = Array.from(logits, (logit) => Math.exp(logit - largest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

/** The `index`-th answer to one problem in one step. @param chances P(correct) of the problem by bin */
export function drawRollout(
  policy: readonly number[],
  chances: ArrayLike<number>,
  { seed, seedIndex, step, problem, index, group }: Readonly<Record<'seed' | 'seedIndex' | 'step' | 'problem' | 'index' | 'group', number>>,
): Rollout {
  const counter = 2 * ((step * PROBLEMS + problem) * group + index);
  const draw = (offset: number): number => (random(seed, FIRST_ROLLOUT_STREAM + seedIndex, counter + offset) >>> 8) / 2 ** 24;
  const u = draw(0);
  let bin = 0;
  for (let upTo = policy[0] ?? 0; bin < BINS - 1 && u >= upTo; upTo += policy[bin] ?? 0) bin += 1;
  return { bin, correct: draw(1) < (chances[bin] ?? 0) };
}

/** What each answer's log-probability is multiplied by in the gradient. */
export function weigh(arm: Arm, answers: readonly Rollout[], policy: readonly number[], tau: number): readonly number[] {
  return arm.rule === 'drpo' ? decoupledWeights(arm.strength, answers, policy, tau) : relativeWeights(arm, answers);
}

function relativeWeights({ rule, strength }: Arm, answers: readonly Rollout[]): readonly number[] {
  const size = answers.length;
  const lengths = answers.filter(({ correct }) => correct).map(({ bin }) => tokensOf(bin));
  const middle = mean(lengths);
  const spread = Math.sqrt(mean(lengths.map((length) => (length - middle) ** 2)));
  const penalty = (length: number): number =>
    rule === 'rloo-lp' ? 1 / (1 + Math.exp(-(length - middle) / (spread + 1e-6))) : length / LONGEST;
  const rewards = answers.map(({ bin, correct }) => (correct ? 1 - strength * penalty(tokensOf(bin)) : 0));
  const average = mean(rewards);
  const advantages = rewards.map((reward) => reward - average);
  if (rule === 'rloo-lp') return advantages.map((advantage) => advantage / (size - 1));
  const deviation = Math.sqrt(mean(advantages.map((advantage) => advantage ** 2)));
  return advantages.map((advantage) => advantage / (deviation + 1e-6) / size);
}

function decoupledWeights(strength: number, answers: readonly Rollout[], policy: readonly number[], tau: number): readonly number[] {
  const positive = answers.map(({ bin, correct }) => (correct ? Math.exp((1 - tokensOf(bin) / LONGEST) * strength) : 0));
  const negative = answers.map(({ bin, correct }) => (correct ? 0 : (policy[bin] ?? 0) ** (1 / tau)));
  const [gained, lost] = [sum(positive), sum(negative)];
  if (gained === 0 || lost === 0) return answers.map(() => 0);
  return answers.map((_, index) => (positive[index] ?? 0) / gained - (negative[index] ?? 0) / lost);
}

/**
 * The distribution over the correct answers that maximises E_ω[1 − l/C] − Λ KL(ω ‖ uniform), found by
 * ascent of the gradient in multiplicative steps, without its closed form.
 * @param lengths tokens of the correct answers
 */
export function bestDistribution(lengths: readonly number[], lambda: number): readonly number[] {
  let weights = lengths.map(() => 1 / lengths.length);
  for (let step = 0; step < 60; step += 1) {
    const moved = weights.map((weight, index) => {
      const gradient = 1 - (lengths[index] ?? 0) / LONGEST - lambda * Math.log(weight * lengths.length);
      return weight * Math.exp((0.5 / lambda) * gradient);
    });
    const total = sum(moved);
    weights = moved.map((weight) => weight / total);
  }
  return weights;
}

/** One gradient step of one row of logits, in place. @param groups answers and weights of the type's problems */
export function stepRow(logits: Float64Array, groups: readonly { readonly answers: readonly Rollout[]; readonly weights: readonly number[] }[], rate: number): void {
  const policy = policyOf(logits);
  for (const { answers, weights } of groups) {
    for (const [index, { bin }] of answers.entries()) {
      const amount = (rate / PROBLEMS_PER_TYPE) * (weights[index] ?? 0);
      for (let other = 0; other < BINS; other += 1) {
        logits[other] = (logits[other] ?? 0) + amount * ((other === bin ? 1 : 0) - (policy[other] ?? 0));
      }
    }
  }
}

/** Expected accuracy and tokens of one replica. @param logits [types, bins] @param chances [problems, bins] */
export function evaluate(logits: ArrayLike<number>, chances: ArrayLike<number>): { readonly accuracy: number; readonly tokens: number } {
  let [accuracy, tokens] = [0, 0];
  for (let type = 0; type < TYPES; type += 1) {
    const policy = policyOf(Array.from({ length: BINS }, (_, bin) => logits[type * BINS + bin] ?? NaN));
    for (let inType = 0; inType < PROBLEMS_PER_TYPE; inType += 1) {
      const problem = type * PROBLEMS_PER_TYPE + inType;
      for (const [bin, probability] of policy.entries()) {
        accuracy += (probability * (chances[problem * BINS + bin] ?? NaN)) / PROBLEMS;
        tokens += (probability * tokensOf(bin)) / PROBLEMS;
      }
    }
  }
  return { accuracy, tokens };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** 0 of nothing. */
function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : sum(values) / values.length;
}
