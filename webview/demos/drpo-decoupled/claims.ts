import type { Claim } from '../../gpu/demo';
import { COMPARED, COMPARED_WITH_PATH } from './frontier';

export const RLOO_CLAIM: Claim = {
  id: 'above-rloo-lp',
  statement: `At equal length DRPO is more accurate than RLOO-LP: by at least 0.005 on average over the lengths of ${String(COMPARED.from)} to ${String(COMPARED.to)} tokens that both frontiers reach.`,
  operator: '>=',
  threshold: 0.005,
  minPreset: 'standard',
  needsRealGpu: false,
};

export const PATH_CLAIM: Claim = {
  ...RLOO_CLAIM,
  id: 'above-grpo-path',
  statement: `At ${String(COMPARED_WITH_PATH)} tokens DRPO’s frontier lies at least 0.03 above the best path that GRPO with a length penalty takes in training.`,
  threshold: 0.03,
};

export const CONTROL_CLAIM: Claim = {
  ...RLOO_CLAIM,
  id: 'control-no-length',
  statement: 'Negative control: with Λ = ∞ the positive weights do not know the length, and DRPO ends as long as training on accuracy alone, within 5 %.',
  operator: '<=',
  threshold: 0.05,
  minPreset: 'quick',
};

export const CLAIMS: readonly Claim[] = [RLOO_CLAIM, PATH_CLAIM, CONTROL_CLAIM];
