import { deepEqual, equal, ok } from './page/assert';
import { bundledDemo, checkOf, runQuick } from './page/demo-runs';
import { suiteOfDemo } from './page/demo-suite';

suiteOfDemo('flash-attention', { small: { sequence: 96 } });

describe('flash-attention', () => {
  it('decides the access claims and the negative control, and leaves the time open on a software adapter', async () => {
    const result = await runQuick('flash-attention');
    for (const id of ['accesses-shipped-naive', 'accesses-ideal-32', 'accesses-ideal-64', 'control-tile-of-one-row']) {
      equal(checkOf(result, id).verdict, 'pass', id);
    }
    const control = checkOf(result, 'control-tile-of-one-row');
    ok((control.value ?? 1) < 0.1, 'tiles of one row lose to ideal matrix products');
    equal(checkOf(result, 'control-exact').verdict, 'pass');
    equal(checkOf(result, 'time-against-naive').verdict, 'not-evaluated');
    ok(checkOf(result, 'time-against-naive').detail.includes('software adapter'), 'the reason is said');
  });

  it('does not decide the claims of d = 32 at d = 64, and says that ideal products tie', async () => {
    const result = await runQuick('flash-attention', { headWidth: '64', sequence: 80 });
    const check = checkOf(result, 'accesses-ideal-32');
    equal(check.verdict, 'not-evaluated');
    ok(check.detail.includes('d = 64') && check.detail.includes('tie'), check.detail);
  });

  it('passes with every option turned on', async () => {
    const changes = { sequence: 150, headWidth: '16', heads: 3, tileRows: '64', causal: false, density: 0.4, adversarial: true };
    const result = await runQuick('flash-attention', changes);
    ok(result.checks.every(({ verdict }) => verdict !== 'fail'), JSON.stringify(result.checks.filter(({ verdict }) => verdict === 'fail')));
    equal(result.provenance.preset, 'custom');
  });

  it('draws only finite numbers, a line or bar for each form, and a tile order without the skipped tiles', async () => {
    const { charts, timings } = await runQuick('flash-attention');
    const [time, bytes, accesses, visits] = charts;
    ok(time?.form === 'line' && time.lines.length === 3 && time.lines.every(({ x, y }) => x.length === y.length && y.every((value) => value !== null && value > 0)), 'times');
    ok(bytes?.form === 'line' && bytes.lines.filter(({ style }) => style === 'theory').length === 2, 'bytes with dashed theory');
    ok(accesses?.form === 'bars' && accesses.groups.every(({ values }) => values.length === accesses.categories.length), 'accesses');
    ok(visits?.form === 'heatmap' && visits.values.length === visits.rows * visits.columns, 'visits');
    // Causal: the first query tile of 32 rows sees two tiles of 16 keys and nothing after.
    deepEqual(visits.values.slice(0, visits.columns), [1, 2, ...Array.from({ length: visits.columns - 2 }, () => null)]);
    deepEqual(timings.map(({ name }) => name), ['scores', 'softmax_rows', 'pv', 'naive, all kernels', 'attn_online', 'attn_flash']);
    ok(timings.every(({ samples, minMs, medianMs, maxMs }) => samples >= 5 && minMs <= medianMs && medianMs <= maxMs), 'five samples in order');
  });

  it('leaves the access claims open when a kernel no longer counts what the closed form says', async () => {
    const source = bundledDemo('flash-attention').kernels.find(({ name }) => name === 'attn_flash')?.source ?? '';
    const result = await runQuick('flash-attention', { sequence: 96 }, { sources: { attn_flash: source.replace('count_loads(8u);', 'count_loads(4u);') } });
    equal(checkOf(result, 'accesses-flash-32').verdict, 'fail');
    equal(checkOf(result, 'accesses-ideal-32').verdict, 'not-evaluated');
  });
});
