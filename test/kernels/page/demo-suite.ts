import type { Chart, ParamValues, RunResult } from '../../../src/core/runs/result';
import { deepEqual, equal, ok } from './assert';
import { bundledDemo, checkOf, runQuick } from './demo-runs';

/** A run that takes this long hangs; how long it does take is printed, since it depends on who else computes. */
const HANG_MS = 30_000;
const MEMORY_LIMIT = 64 * 2 ** 20;
const SEEDS = [1, 2, 3];

export interface DemoSuite {
  /** Changes of the quick preset that make it smaller still; for runs of which only the checks count. */
  readonly small: ParamValues;
  /** Claims that are honestly not reached with some seeds; they are shown as failed with their number. */
  readonly mayFail?: readonly string[];
}

/** What is asked of every demo on the software adapter. */
export function suiteOfDemo(slug: string, { small, mayFail = [] }: DemoSuite): void {
  describe(`${slug} at the quick preset`, () => {
    for (const seed of SEEDS) {
      it(`passes every numeric and invariant check and decides its claims with seed ${String(seed)}`, async () => {
        const result = await runQuick(slug, { seed });
        for (const { id, kind, verdict, value, detail } of result.checks) {
          const open = kind === 'claim' && (verdict === 'not-evaluated' || mayFail.includes(id));
          ok(verdict === 'pass' || open, `${id}: ${verdict} with ${String(value)}. ${detail}`);
        }
        equal(result.provenance.preset, 'quick');
        ok(result.memory.peakBytes < MEMORY_LIMIT, `${String(result.memory.peakBytes)} bytes`);
        ok(result.provenance.durationMs < HANG_MS, `${String(result.provenance.durationMs)} ms`);
        console.log(`${slug}, seed ${String(seed)}: ${result.provenance.durationMs.toFixed(0)} ms, ${(result.memory.peakBytes / 2 ** 20).toFixed(1)} MiB`);
      });
    }

    it('gives the same numbers again, except for times', async () => {
      deepEqual(timeless(await runQuick(slug, small)), timeless(await runQuick(slug, small)));
    });

    it('is plain JSON, with a number for every decided check and finite numbers in every chart', async () => {
      const result = await runQuick(slug, small);
      deepEqual(JSON.parse(JSON.stringify(result)), result);
      for (const { id, value, verdict } of result.checks) equal(value === null, verdict === 'not-evaluated', id);
      ok(result.charts.length > 0, 'it has charts');
      for (const chart of result.charts) ok(numbersOf(chart).some((value) => value !== null), `${chart.id} has values`);
    });

    it('costs less than the memory limit by its own estimate', () => {
      const demo = bundledDemo(slug);
      const { flops, dispatches, peakBytes } = demo.cost(Object.fromEntries(demo.params.map(({ key, preset }) => [key, preset.quick])));
      ok(peakBytes < MEMORY_LIMIT && flops > 0 && dispatches > 0, 'estimate');
    });
  });

  describe(`${slug} with an edited kernel`, () => {
    const demo = bundledDemo(slug);

    it('passes its checks when nothing is edited', async () => {
      const result = await runQuick(slug, small);
      for (const { failsCheck } of demo.mutations) equal(checkOf(result, failsCheck).verdict, 'pass', failsCheck);
      ok(result.provenance.kernels.every(({ modified }) => !modified), 'no kernel is stamped as modified');
    });

    it('has a mutation for every kernel', () => {
      for (const { name } of demo.kernels) ok(demo.mutations.some(({ kernel }) => kernel === name), name);
    });

    for (const { kernel, find, replace, failsCheck } of demo.mutations) {
      it(`${kernel}: “${find}” → “${replace}” turns ${failsCheck} red and is stamped`, async () => {
        const source = demo.kernels.find(({ name }) => name === kernel)?.source ?? '';
        equal(source.split(find).length, 2, 'occurrences and one');
        const result = await runQuick(slug, small, { sources: { [kernel]: source.replace(find, () => replace) } });
        equal(checkOf(result, failsCheck).verdict, 'fail');
        for (const stamp of result.provenance.kernels) equal(stamp.modified, stamp.name === kernel, stamp.name);
      });
    }
  });
}

/** A run without what differs from time to time. */
export function timeless({ metrics, checks, memory, provenance }: RunResult): unknown {
  const counted = Object.entries(metrics).filter(([, { unit }]) => unit !== 'ms' && !unit.endsWith('/s'));
  return { metrics: Object.fromEntries(counted), checks, memory, kernels: provenance.kernels };
}

function numbersOf(chart: Chart): readonly (number | null)[] {
  switch (chart.form) {
    case 'line':
      return chart.lines.flatMap(({ y }) => y);
    case 'scatter':
      return chart.groups.flatMap(({ y }) => y);
    case 'bars':
      return chart.groups.flatMap(({ values }) => values);
    case 'heatmap':
      return chart.values;
  }
}
