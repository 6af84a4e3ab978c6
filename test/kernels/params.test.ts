import type { AdapterFacts } from '../../src/core/runs/result';
import { budgetProblems } from '../../webview/gpu/budget';
import { defaultPreset, ParamError, paramProblems, presetOf, presetParams } from '../../webview/gpu/runner';
import { deepEqual, equal, ok, rejects } from './page/assert';
import { sharedGpu } from './page/device';
import { bundledDemo, runQuick } from './page/demo-runs';

const demo = bundledDemo('flash-attention');
const quick = presetParams(demo, 'quick');

describe('parameters', () => {
  for (const [key, value] of [
    ['sequence', 0],
    ['sequence', 4097],
    ['sequence', 12.5],
    ['sequence', 'long'],
    ['headWidth', '48'],
    ['density', 0.05],
    ['causal', 1],
    ['seed', -1],
    ['heads', Number.NaN],
  ] as const) {
    it(`name ${key} when it is ${String(value)}`, () => {
      const [problem, ...others] = paramProblems(demo, { ...quick, [key]: value });
      equal(problem?.key, key);
      equal(others.length, 0);
      const label = demo.params.find((param) => param.key === key)?.label ?? '';
      ok(problem?.message.startsWith(label) === true, problem?.message ?? 'no message');
    });
  }

  it('name a missing and an unknown one', () => {
    const rest = Object.fromEntries(Object.entries(quick).filter(([key]) => key !== 'heads'));
    deepEqual(paramProblems(demo, { ...rest, hats: 3 }).map(({ key }) => key), ['hats', 'heads']);
  });

  it('stop a run before it starts', async () => {
    const error = await rejects(runQuick('flash-attention', { heads: 9 }), ParamError);
    deepEqual(error.problems.map(({ key }) => key), ['heads']);
  });

  it('equal a preset whatever the seed is', () => {
    equal(presetOf(demo, { ...quick, seed: 9 }), 'quick');
    equal(presetOf(demo, presetParams(demo, 'gpu')), 'gpu');
    equal(presetOf(demo, { ...quick, heads: 3 }), 'custom');
  });
});

describe('the budget', () => {
  const facts = (software: boolean, largest = 2 ** 30): AdapterFacts => ({
    vendor: '',
    architecture: '',
    device: '',
    description: '',
    software,
    features: [],
    limits: { maxBufferSize: largest, maxStorageBufferBindingSize: largest },
  });

  it('starts small without a graphics card', async () => {
    equal(defaultPreset(null), 'quick');
    equal(defaultPreset((await sharedGpu()).facts), 'quick');
    equal(defaultPreset(facts(false)), 'gpu');
  });

  it('lets every preset run where it belongs', () => {
    deepEqual(budgetProblems(demo, quick, facts(true)), []);
    deepEqual(budgetProblems(demo, presetParams(demo, 'standard'), facts(true)), []);
    deepEqual(budgetProblems(demo, presetParams(demo, 'gpu'), facts(false)), []);
  });

  it('names the parameter to lower on a software adapter', () => {
    const [problem] = budgetProblems(demo, { ...presetParams(demo, 'standard'), sequence: 4096 }, facts(true));
    equal(problem?.key, 'sequence');
    ok(/Sequence length N.*512/.test(problem?.message ?? ''), problem?.message ?? '');
  });

  it('names the parameter to lower when one buffer is too large for the adapter', () => {
    const [problem] = budgetProblems(demo, { ...presetParams(demo, 'gpu'), seed: 5 }, facts(false, 2 ** 27));
    equal(problem?.key, 'sequence');
    ok(problem?.message.includes('buffer') === true, problem?.message ?? '');
  });

  it('stops a run before anything is allocated', async () => {
    const error = await rejects(runQuick('flash-attention', { sequence: 4096, heads: 8 }), ParamError);
    equal(error.problems[0]?.key, 'sequence');
  });
});
