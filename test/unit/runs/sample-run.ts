import type { RunRecord } from '../../../src/core/runs/record';
import type { Check, RunResult } from '../../../src/core/runs/result';

export const SAMPLE_RESULT: RunResult = {
  metrics: {
    maxAbsError: { value: 3.5762786865234375e-7, unit: '', meaning: 'Largest difference from the reference' },
    naiveAccesses: { value: 4329472, unit: 'accesses', meaning: 'Global memory accesses of the three-kernel form' },
  },
  checks: [
    check({ id: 'flash-error', kind: 'numeric', statement: 'The flash kernel equals the reference', value: 3.5762786865234375e-7, threshold: 0.00002 }),
    check({ id: 'peak', kind: 'invariant', statement: 'No N×N buffer is allocated', operator: '==', value: 131072, threshold: 131072, unit: 'bytes' }),
    check({ id: 'time', kind: 'claim', operator: '>=', statement: 'Flash is faster | on a GPU', value: null, threshold: 1.5, verdict: 'not-evaluated', detail: 'needs a real GPU' }),
  ],
  charts: [
    {
      form: 'line', id: 'time-by-n', title: 'Time by length', caption: 'Lower is faster.', xLabel: 'N', yLabel: 'ms', xScale: 'log', yScale: 'log',
      lines: [{ name: 'flash', x: [64, 128], y: [0.5, null], style: 'measured' }],
    },
    { form: 'bars', id: 'accesses', title: 'Accesses', caption: 'Counted.', yLabel: 'accesses', yScale: 'linear', categories: ['naive'], groups: [{ name: 'counted', values: [4329472] }] },
    { form: 'heatmap', id: 'tiles', title: 'Tiles', caption: 'Order of visits.', rows: 1, columns: 2, rowLabel: 'query', columnLabel: 'key', valueLabel: 'order', values: [0, null] },
  ],
  timings: [{ name: 'attn_flash', samples: 7, medianMs: 12.3456, minMs: 11.9, maxMs: 14, method: 'wall' }],
  memory: { peakBytes: 131072, buffers: { q: 32768 } },
  provenance: {
    demo: 'flash-attention',
    engine: 'webgpu',
    adapter: { vendor: 'google', architecture: 'swiftshader', device: '', description: '', software: true, features: [], limits: { maxBufferSize: 268435456 } },
    preset: 'quick',
    params: { sequence: 1024, causal: true, mask: 'dense' },
    kernels: [{ name: 'flash.wgsl', sha256: 'a'.repeat(64), modified: false }],
    lecternVersion: '0.1.0',
    started: '2026-01-09T14:24:58+01:00',
    durationMs: 812.5,
    userAgent: 'Mozilla/5.0',
  },
};

export const SAMPLE_RECORD: RunRecord = {
  format: 'lectern-run',
  version: 1,
  id: '20260109-142501-flash-attention-k3f9',
  demo: 'flash-attention',
  title: 'FlashAttention',
  papers: ['flashattention'],
  kept: '2026-01-09T14:25:01+01:00',
  hypothesis: '',
  expectation: '',
  conclusion: '',
  tags: [],
  result: SAMPLE_RESULT,
};

/** A check that passed, with what a case says otherwise. */
export function check(facts: Partial<Check>): Check {
  return { id: 'check', kind: 'numeric', statement: 'It holds', value: 0, operator: '<=', threshold: 1, unit: '', verdict: 'pass', detail: '', ...facts };
}

/** The sample's result with other facts about where it ran. */
export function ranOn(provenance: Partial<RunResult['provenance']>): RunResult {
  return { ...SAMPLE_RESULT, provenance: { ...SAMPLE_RESULT.provenance, ...provenance } };
}
