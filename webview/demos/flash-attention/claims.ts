import type { Claim } from '../../gpu/demo';

/** Head width at which the access claims are stated; the ratio falls as 1/d. */
export const CLAIMED_WIDTH = 32;
/** Shortest sequence for which the access claims are stated. */
export const CLAIMED_ROWS = 512;
/** Shortest sequence for which the time claim is stated. */
export const TIMED_ROWS = 2048;

export const SHIPPED_CLAIM: Claim = {
  id: 'accesses-shipped-naive',
  statement:
    'Our three naive kernels make at least 8 times as many slow-memory accesses as the tiled kernel (d = 32, N ≥ 512, no causal skipping).',
  operator: '>=',
  threshold: 8,
  minPreset: 'quick',
  needsRealGpu: false,
};

export const IDEAL_CLAIM_32: Claim = {
  id: 'accesses-ideal-32',
  statement:
    'Even ideal matrix products around a stored score matrix make at least 1.8 times as many accesses as tiles of 32 query rows (d = 32, N ≥ 512, no causal skipping).',
  operator: '>=',
  threshold: 1.8,
  minPreset: 'quick',
  needsRealGpu: false,
};

export const IDEAL_CLAIM_64: Claim = {
  ...IDEAL_CLAIM_32,
  id: 'accesses-ideal-64',
  statement:
    'Even ideal matrix products around a stored score matrix make at least 3 times as many accesses as tiles of 64 query rows (d = 32, N ≥ 512, no causal skipping).',
  threshold: 3,
};

export const CONTROL_CLAIM: Claim = {
  ...IDEAL_CLAIM_32,
  id: 'control-tile-of-one-row',
  statement: 'Negative control: with one query row per tile nothing is shared, and the advantage over ideal matrix products is gone (ratio at most 1).',
  operator: '<=',
  threshold: 1,
};

export const TIME_CLAIM: Claim = {
  id: 'time-against-naive',
  statement: 'On a graphics card the tiled kernel takes at most 0.77 of the time of our three naive kernels (N ≥ 2048).',
  operator: '<=',
  threshold: 0.77,
  minPreset: 'gpu',
  needsRealGpu: true,
};

export const CLAIMS: readonly Claim[] = [SHIPPED_CLAIM, IDEAL_CLAIM_32, IDEAL_CLAIM_64, CONTROL_CLAIM, TIME_CLAIM];
