import type { Mutation } from '../../gpu/demo';

/** One telling mistake per kernel, each of which the named check must find. */
export const MUTATIONS: readonly Mutation[] = [
  { kernel: 'rollout', find: '+ 1u) < chance', replace: '+ 1u) < 0.5 * chance', failsCheck: 'rollouts-exact' },
  { kernel: 'signals', find: '1.0 - arm.strength * penalty', replace: '1.0 - penalty', failsCheck: 'signals-exact' },
  { kernel: 'signals', find: 'tokens - scale.origin - scale.mean', replace: 'tokens - scale.origin', failsCheck: 'signals-exact' },
  // The very coupling that DRPO takes out: correct answers measured against the mean of the whole group.
  { kernel: 'signals', find: 'shares[i] / positive, (', replace: 'shares[i] / positive - 1.0 / f32(shape.group), (', failsCheck: 'drpo-never-negative' },
  { kernel: 'signals', find: 'exp((shortest - tokens_of(rollout)) / LONGEST * arm.strength)', replace: '1.0', failsCheck: 'weights-optimal' },
  { kernel: 'update', find: 'i < first + PROBLEMS_PER_TYPE * shape.group', replace: 'i + 1u < first + PROBLEMS_PER_TYPE * shape.group', failsCheck: 'logits-exact' },
  { kernel: 'census', find: '< -TIE', replace: '> TIE', failsCheck: 'census-exact' },
  { kernel: 'policy_eval', find: 'dot(policy[quarter], chances)', replace: 'dot(policy[0], chances)', failsCheck: 'evaluation-exact' },
];
