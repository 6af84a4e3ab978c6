import assert from 'node:assert/strict';
import type { AdapterFacts, Check, RunResult } from '../../../src/core/runs/result';
import { adapterText, durationText, largestError, limitText, verdictText } from '../../../webview/lab/words';

const ADAPTER: AdapterFacts = { vendor: '', architecture: '', device: '', description: '', software: false, features: [], limits: {} };
const CHECK: Check = {
  id: 'a',
  kind: 'numeric',
  statement: 'One equals the other.',
  value: 0.5,
  operator: '<=',
  threshold: 1,
  unit: 'tolerances',
  verdict: 'pass',
  detail: '',
};

function resultOf(checks: readonly Check[]): RunResult {
  const provenance = {
    demo: 'flash-attention',
    engine: 'cpu',
    adapter: null,
    preset: 'quick',
    params: {},
    kernels: [],
    lecternVersion: '0.1.0',
    started: '2026-01-09T14:25:01Z',
    durationMs: 1,
    userAgent: 'test',
  } as const;
  return { metrics: {}, checks, charts: [], timings: [], memory: { peakBytes: 0, buffers: {} }, provenance };
}

describe('words of the Lab', () => {
  it('always name a software adapter as one', () => {
    assert.equal(adapterText({ ...ADAPTER, description: 'SwiftShader Device', software: true }), 'SwiftShader (software)');
    assert.equal(adapterText({ ...ADAPTER, vendor: 'nvidia', architecture: 'hopper' }), 'nvidia hopper');
    assert.equal(adapterText(ADAPTER), 'Unknown adapter');
    assert.equal(adapterText(null), 'CPU only — no WebGPU');
  });

  it('count one check as one', () => {
    assert.equal(verdictText({ passed: 1, failed: 0, notEvaluated: 0 }), '1 check passed, 0 failed');
    assert.equal(verdictText({ passed: 12, failed: 1, notEvaluated: 2 }), '12 checks passed, 1 failed, 2 not evaluated');
  });

  it('say durations at a glance', () => {
    assert.equal(durationText(704.4), '704 ms');
    assert.equal(durationText(1949), '1.9 s');
  });

  it('show a limit that must be met exactly to the last digit', () => {
    assert.equal(limitText('==', 262144, 'bytes'), 'exactly 262,144');
    assert.equal(limitText('<=', 67108864, 'bytes'), '≤ 64 MiB');
    assert.equal(limitText('>=', 8, 'times'), '≥ 8');
  });

  it('find the error that is nearest its limit among those that were measured', () => {
    const checks = [
      CHECK,
      { ...CHECK, id: 'b', value: 8, threshold: 10 },
      { ...CHECK, id: 'c', value: null },
      { ...CHECK, id: 'd', kind: 'claim' as const, value: 100 },
    ];
    assert.equal(largestError(resultOf(checks)), 'Largest error: 8 tolerances, where 10 is allowed.');
    assert.equal(largestError(resultOf([{ ...CHECK, value: null }])), undefined);
  });
});
