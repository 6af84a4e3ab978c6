import assert from 'node:assert/strict';
import type { AdapterFacts } from '../../../src/core/runs/result';
import { adapterName, verdicts } from '../../../src/core/runs/verdict';
import { SAMPLE_RESULT, check, ranOn } from './sample-run';

function nameOf(facts: Partial<AdapterFacts>): string {
  const adapter = { vendor: '', architecture: '', device: '', description: '', software: false, features: [], limits: {}, ...facts };
  return adapterName(ranOn({ adapter }));
}

describe('the verdicts of a run', () => {
  it('are counted', () => {
    const checks = [check({}), check({}), check({ verdict: 'fail' }), check({ verdict: 'not-evaluated', value: null })];
    assert.deepEqual(verdicts({ checks }), { passed: 2, failed: 1, notEvaluated: 1 });
    assert.deepEqual(verdicts({ checks: [] }), { passed: 0, failed: 0, notEvaluated: 0 });
  });
});

describe('the name of an adapter', () => {
  it('is the one people know, marked when it is software', () => {
    assert.equal(adapterName(SAMPLE_RESULT), 'SwiftShader (software)');
    assert.equal(nameOf({ description: 'llvmpipe (LLVM 15.0.7, 256 bits)', software: true }), 'llvmpipe (software)');
    assert.equal(nameOf({ vendor: 'unknown', software: true }), 'unknown (software)');
  });

  it('is the most telling text that the browser gives', () => {
    assert.equal(nameOf({ vendor: 'nvidia', architecture: 'ampere', description: 'NVIDIA GeForce RTX 3080' }), 'NVIDIA GeForce RTX 3080');
    assert.equal(nameOf({ vendor: 'apple', architecture: 'metal-3' }), 'apple metal-3');
    assert.equal(nameOf({ vendor: 'intel\n', device: ' ' }), 'intel');
    assert.equal(nameOf({}), 'Unknown adapter');
  });

  it('is not that of the CPU when only the reference ran', () => {
    assert.equal(adapterName(ranOn({ engine: 'cpu', adapter: null })), 'CPU only');
  });
});
