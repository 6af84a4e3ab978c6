import type { Claim } from '../../gpu/demo';

const QUICK = { minPreset: 'quick', needsRealGpu: false } as const;

export const PAIRS_CLAIM: Claim = {
  ...QUICK,
  id: 'pairs-per-token',
  statement: 'Concatenated chunks have at least twice as many attention pairs a token as the decomposed documents (mean of three data sets).',
  operator: '>=',
  threshold: 2,
};

export const CONTROL_PAIRS_CLAIM: Claim = {
  ...QUICK,
  id: 'control-pairs',
  statement: 'Negative control: when every document fills a chunk, both have the same number of pairs.',
  operator: '==',
  threshold: 1,
};

export const CONTROL_CROSS_CLAIM: Claim = {
  ...QUICK,
  id: 'control-cross-share',
  statement: 'Negative control: when every document fills a chunk, no pair joins two documents.',
  operator: '==',
  threshold: 0,
};

export const CURRICULUM_CLAIM: Claim = {
  ...QUICK,
  id: 'short-first',
  statement: 'With odds that halve as length doubles, sequences in the first quarter of a cycle are on average at most half as long as in the last (mean of 24 trainings of three data sets).',
  operator: '<=',
  threshold: 0.5,
};

export const CONTROL_CURRICULUM_CLAIM: Claim = {
  ...QUICK,
  id: 'control-equal-odds',
  statement: 'Negative control: with equal odds the mean lengths of the two quarters differ by at most a third (mean of as many trainings).',
  operator: '<=',
  threshold: 1 / 3,
};

export const TIME_CLAIM: Claim = {
  id: 'time-follows-pairs',
  statement: 'On a graphics card the measured ratio of kernel times lies within 35 % of the ratio of pairs.',
  operator: '<=',
  threshold: 0.35,
  minPreset: 'gpu',
  needsRealGpu: true,
};

export const CLAIMS: readonly Claim[] = [PAIRS_CLAIM, CONTROL_PAIRS_CLAIM, CONTROL_CROSS_CLAIM, CURRICULUM_CLAIM, CONTROL_CURRICULUM_CLAIM, TIME_CLAIM];
