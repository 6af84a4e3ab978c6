import { equal, ok } from './page/assert';
import { bundledDemo, checkOf, runQuick } from './page/demo-runs';

const SMALL = { sequence: 96 };

describe('flash-attention with an edited kernel', () => {
  const demo = bundledDemo('flash-attention');

  it('passes its checks when nothing is edited', async () => {
    const result = await runQuick('flash-attention', SMALL);
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
      const result = await runQuick('flash-attention', SMALL, { sources: { [kernel]: source.replace(find, () => replace) } });
      equal(checkOf(result, failsCheck).verdict, 'fail');
      for (const stamp of result.provenance.kernels) equal(stamp.modified, stamp.name === kernel, stamp.name);
    });
  }

  it('leaves the access claims open when a kernel no longer counts what the closed form says', async () => {
    const source = demo.kernels.find(({ name }) => name === 'attn_flash')?.source ?? '';
    const result = await runQuick('flash-attention', SMALL, { sources: { attn_flash: source.replace('count_loads(8u);', 'count_loads(4u);') } });
    equal(checkOf(result, 'accesses-flash-32').verdict, 'fail');
    equal(checkOf(result, 'accesses-ideal-32').verdict, 'not-evaluated');
  });
});
