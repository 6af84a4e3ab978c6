import { claimChecks } from '../../webview/demos/extracting-alignment/claim-checks';
import { truthsOf } from '../../webview/demos/extracting-alignment/corpus';
import type { Scores } from '../../webview/demos/extracting-alignment/recall';
import { readSettings } from '../../webview/demos/extracting-alignment/settings';
import { presetParams, runReference } from '../../webview/gpu/runner';
import { deepEqual, equal, ok, rejects } from './page/assert';
import { sharedGpu, untilDone } from './page/device';
import { bundledDemo, checkOf, runQuick } from './page/demo-runs';
import { suiteOfDemo } from './page/demo-suite';

const SLUG = 'extracting-alignment';
const SMALL = { samples: 8, copies: 2 };

suiteOfDemo(SLUG, { small: SMALL });

describe(SLUG, () => {
  const demo = bundledDemo(SLUG);
  const quick = presetParams(demo, 'quick');

  it('finds every copy that is given back word for word, the negative control, by either measure', async () => {
    const result = await runQuick(SLUG, { ...SMALL, intensity: 0 });
    equal(checkOf(result, 'control-no-artifact').verdict, 'pass');
    equal(result.metrics['customaryRecall']?.value, 1);
    for (const id of ['recall-gain', 'customary-undercount']) {
      equal(checkOf(result, id).verdict, 'not-evaluated', id);
      ok(checkOf(result, id).detail.includes('full intensity'), checkOf(result, id).detail);
    }
  });

  it('shows synonyms apart: they are in no claim, and no curve of the trivial artifacts', async () => {
    const { charts } = await runQuick(SLUG, SMALL);
    const artifacts = charts.find(({ id }) => id === 'artifacts');
    ok(artifacts?.form === 'bars' && artifacts.categories.some((name) => name.includes('not in the claims')), 'a bar of their own');
  });

  it('passes every numeric and invariant check at other widths and lengths', async () => {
    for (const changes of [{ width: '256', words: 8, seeds: 4 }, { width: '1024', words: 32 }]) {
      const { checks } = await runQuick(SLUG, { ...SMALL, ...changes });
      for (const { id, kind, verdict, detail } of checks) ok(kind === 'claim' || verdict === 'pass', `${id}: ${detail}`);
    }
  });

  it('fails its claims when no measure is better than another, and when copies score like fresh texts', async () => {
    const settings = readSettings(quick);
    const truths = truthsOf(settings);
    const scoresWith = (copy: number): Scores => ({
      truths,
      seeds: 3,
      best: [0, 1, 2].flatMap(() => truths.flatMap(({ kind }) => new Array<number>(3).fill(kind === 'copy' ? copy : 0.4))),
    });
    const circumstances = { demo, params: quick, adapter: (await sharedGpu()).facts };
    deepEqual(claimChecks(scoresWith(0.95), settings, circumstances).map(({ verdict }) => verdict), ['fail', 'fail', 'pass']);
    deepEqual(claimChecks(scoresWith(0.4), settings, circumstances).map(({ verdict }) => verdict), ['fail', 'not-evaluated', 'fail']);
  });

  it('matches on the CPU without a GPU to the same recalls, and leaves kernels and claims open', async () => {
    const params = { ...quick, ...SMALL };
    const onCpu = await runReference({ demo, params, lecternVersion: '0.0.0-test', signal: untilDone(), progress: () => undefined });
    const onGpu = await runQuick(SLUG, SMALL);
    for (const [key, { value }] of Object.entries(onCpu.metrics)) equal(onGpu.metrics[key]?.value, value, key);
    for (const { id, verdict } of onCpu.checks) equal(verdict, 'not-evaluated', id);
  });

  it('stops, on either engine', async () => {
    const gpu = await sharedGpu();
    for (const run of [
      (signal: AbortSignal) => runQuick(SLUG, {}, { gpu, signal }),
      (signal: AbortSignal) => runReference({ demo, params: quick, lecternVersion: '0.0.0-test', signal, progress: () => undefined }),
    ]) {
      const controller = new AbortController();
      const reason = new Error('stopped by the reader');
      const running = run(controller.signal);
      controller.abort(reason);
      ok((await rejects(running, Error)) === reason, 'the reason of the signal');
    }
  });
});
