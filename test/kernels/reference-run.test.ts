import { presetParams, runReference } from '../../webview/gpu/runner';
import { deepEqual, equal, ok, rejects } from './page/assert';
import { untilDone } from './page/device';
import { bundledDemo, checkOf } from './page/demo-runs';
import type { RunResult } from '../../src/core/runs/result';

const demo = bundledDemo('flash-attention');
const quick = presetParams(demo, 'quick');

function reference(params = quick, signal = untilDone()): Promise<RunResult> {
  return runReference({ demo, params, lecternVersion: '0.0.0-test', signal, progress: () => undefined });
}

describe('flash-attention without a GPU', () => {
  it('runs the reference, leaves the kernels open and says why', async () => {
    const result = await reference();
    equal(result.provenance.engine, 'cpu');
    ok(result.provenance.adapter === null, 'no adapter');
    deepEqual(result.provenance.kernels, []);
    equal(checkOf(result, 'recurrence-exact').verdict, 'pass');
    for (const check of result.checks.filter(({ id }) => id !== 'recurrence-exact')) {
      equal(check.verdict, 'not-evaluated', check.id);
      ok(check.detail.includes('no usable graphics adapter'), check.detail);
    }
    ok(result.timings.every(({ method }) => method === 'cpu'), 'CPU times are named as such');
  });

  it('replaces a large size by the small one, and records that', async () => {
    const result = await reference(presetParams(demo, 'gpu'));
    equal(result.provenance.preset, 'quick');
    deepEqual(result.provenance.params, quick);
  });

  it('keeps a size that is small enough', async () => {
    equal((await reference({ ...quick, sequence: 50, density: 0.5 })).provenance.params['sequence'], 50);
  });

  it('stops', async () => {
    const controller = new AbortController();
    const reason = new Error('stopped by the reader');
    const run = reference({ ...quick, sequence: 200 }, controller.signal);
    controller.abort(reason);
    ok((await rejects(run, Error)) === reason, 'the reason of the signal');
  });
});
