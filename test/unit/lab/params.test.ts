import assert from 'node:assert/strict';
import type { Demo } from '../../../webview/gpu/demo';
import { restoredParams, withPreset } from '../../../webview/lab/params';

const DEMO: Demo = {
  slug: 'test',
  title: 'Test',
  whatItIs: '',
  whatItIsNot: '',
  provenance: [],
  params: [
    { form: 'integer', key: 'size', label: 'Size', help: '', unit: '', min: 1, max: 100, step: 1, preset: { quick: 10, standard: 50, gpu: 100 } },
    { form: 'switch', key: 'causal', label: 'Causal', help: '', preset: { quick: true, standard: true, gpu: true } },
    { form: 'seed', key: 'seed', label: 'Seed', help: '', unit: '', min: 0, max: 1e6, step: 1, preset: { quick: 1, standard: 1, gpu: 1 } },
  ],
  kernels: [],
  claims: [],
  mutations: [],
  problems: () => [],
  cost: () => ({ flops: 1, dispatches: 1, peakBytes: 1 }),
  run: () => Promise.reject(new Error('not run here')),
  reference: () => Promise.reject(new Error('not run here')),
};

describe('parameters of the Lab', () => {
  it('are the preset’s when nothing was kept', () => {
    assert.deepEqual(restoredParams(DEMO, undefined, 'gpu'), { size: 100, causal: true, seed: 1 });
  });

  it('are the kept ones where they can still be run', () => {
    assert.deepEqual(restoredParams(DEMO, { size: 7, causal: false, seed: 3 }, 'quick'), { size: 7, causal: false, seed: 3 });
  });

  it('fall back one by one where a kept value is none any more', () => {
    const kept = { size: 101, causal: 'yes', gone: 5, seed: 3 };
    assert.deepEqual(restoredParams(DEMO, kept, 'quick'), { size: 10, causal: true, seed: 3 });
  });

  it('keep their seed when a preset is chosen', () => {
    assert.deepEqual(withPreset(DEMO, { size: 7, causal: false, seed: 42 }, 'standard'), { size: 50, causal: true, seed: 42 });
  });
});
