import type { Claim } from '../../gpu/demo';

export const RECALL_CLAIM: Claim = {
  id: 'recall-gain',
  statement:
    'At thresholds that no calibration text reaches, the embedding finds at least 0.15 more of the copies with trivial artifacts than edit similarity does (mean over the seeds, full intensity).',
  operator: '>=',
  threshold: 0.15,
  minPreset: 'quick',
  needsRealGpu: false,
};

export const UNDERCOUNT_CLAIM: Claim = {
  ...RECALL_CLAIM,
  id: 'customary-undercount',
  statement: 'An edit similarity above the customary 0.9 finds at most a third of what the calibrated embedding finds (mean over the seeds, full intensity).',
  operator: '<=',
  threshold: 1 / 3,
};

export const CONTROL_CLAIM: Claim = {
  ...RECALL_CLAIM,
  id: 'control-no-artifact',
  statement: 'Negative control: without artifacts both measures find every copy, with every seed.',
  threshold: 1,
};

export const CLAIMS: readonly Claim[] = [RECALL_CLAIM, UNDERCOUNT_CLAIM, CONTROL_CLAIM];
