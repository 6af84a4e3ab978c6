import type { Claim } from '../../gpu/demo';
import { VOCABULARY } from './settings';

const QUICK = { minPreset: 'quick', needsRealGpu: false } as const;

export const EXPLOSION_CLAIM: Claim = {
  ...QUICK,
  id: 'logits-explode',
  statement: 'Between L and 8 L the position logit reaches at least five times the largest value that it has where it was fitted.',
  operator: '>=',
  threshold: 5,
};

export const CONTROL_EXPLOSION_CLAIM: Claim = {
  ...QUICK,
  id: 'control-strong-ridge',
  statement: 'Negative control: fitted with λ = 1, the logit beyond L reaches at most twice its largest value within.',
  operator: '<=',
  threshold: 2,
};

export const FULL_CLAIM: Claim = {
  ...QUICK,
  id: 'full-fails',
  statement: `In the late half of the stream full attention predicts worse than guessing evenly, ln ${String(VOCABULARY)} nats (mean of three streams).`,
  operator: '>=',
  threshold: Math.log(VOCABULARY),
};

export const CONTROL_FULL_CLAIM: Claim = {
  ...QUICK,
  id: 'control-full-strong-ridge',
  statement: 'Negative control: with λ = 1 full attention stays better than guessing evenly.',
  operator: '<=',
  threshold: Math.log(VOCABULARY),
};

export const LAMBDA_CLAIM: Claim = {
  ...QUICK,
  id: 'lambda-holds',
  statement: 'Under the Λ mask with the distance limit the late half costs at most half a nat more, above the source’s own entropy, than the positions within L (mean of three streams).',
  operator: '<=',
  threshold: 0.5,
};

export const CONTROL_LAMBDA_CLAIM: Claim = {
  ...QUICK,
  id: 'control-no-limit',
  statement: 'Negative control: the Λ mask without the distance limit costs at least half a nat more than with it.',
  operator: '>=',
  threshold: 0.5,
};

export const SINK_CLAIM: Claim = {
  ...QUICK,
  id: 'sink-kept',
  statement: 'Beyond L, a head that should put out nothing errs at least three times as much with a window alone as under the Λ mask, which keeps the sink (mean of three heads).',
  operator: '>=',
  threshold: 3,
};

export const CLAIMS: readonly Claim[] = [EXPLOSION_CLAIM, CONTROL_EXPLOSION_CLAIM, FULL_CLAIM, CONTROL_FULL_CLAIM, LAMBDA_CLAIM, CONTROL_LAMBDA_CLAIM, SINK_CLAIM];
