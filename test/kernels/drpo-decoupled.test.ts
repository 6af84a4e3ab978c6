import { claimChecks } from '../../webview/demos/drpo-decoupled/claim-checks';
import { frontierGap, gapToPath } from '../../webview/demos/drpo-decoupled/frontier';
import type { Outcome } from '../../webview/demos/drpo-decoupled/outcome';
import { readSettings } from '../../webview/demos/drpo-decoupled/settings';
import { presetParams, runReference } from '../../webview/gpu/runner';
import { deepEqual, equal, ok, rejects } from './page/assert';
import { sharedGpu, untilDone } from './page/device';
import { bundledDemo, checkOf, runQuick } from './page/demo-runs';
import { suiteOfDemo } from './page/demo-suite';

const SMALL = { steps: 40, seeds: 3 };

suiteOfDemo('drpo-decoupled', { small: SMALL });

describe('drpo-decoupled', () => {
  const demo = bundledDemo('drpo-decoupled');
  const quick = presetParams(demo, 'quick');

  it('counts no correct answer that DRPO pushes down, and many that the other rules do', async () => {
    const { checks, metrics, charts } = await runQuick('drpo-decoupled', SMALL);
    equal(checks.find(({ id }) => id === 'drpo-never-negative')?.value, 0);
    ok((metrics['grpoLengthPushedDown']?.value ?? 0) > 1 && (metrics['rlooLpPushedDown']?.value ?? 0) > 5, JSON.stringify(metrics));
    equal(metrics['accuracyOnlyPushedDown']?.value, 0, 'without a length penalty none is');
    const example = charts.find(({ id }) => id === 'example');
    ok(example?.form === 'bars', 'the example is drawn');
    const [grpo, , drpo] = example.groups;
    ok((grpo?.values[4] ?? 0) < 0 && (drpo?.values[4] ?? -1) >= 0, 'the longest correct answer');
  });

  it('decides its negative control: without a length in its weights DRPO stays as long as accuracy alone', async () => {
    const control = checkOf(await runQuick('drpo-decoupled'), 'control-no-length');
    equal(control.verdict, 'pass', control.detail);
  });

  it('passes every numeric and invariant check at other groups, temperatures and paces', async () => {
    for (const changes of [{ group: 4, tau: 0.5, pace: 2 }, { group: 16, tau: 100, pace: 0.25 }]) {
      const { checks } = await runQuick('drpo-decoupled', { ...SMALL, ...changes });
      for (const { id, kind, verdict, detail } of checks) ok(kind === 'claim' || verdict === 'pass', `${id}: ${detail}`);
    }
  });

  it('fails a claim whose number does not reach it, and leaves it open where the frontiers do not meet', async () => {
    const arms = readSettings(quick).arms;
    const outcome = (spots: (rule: string, strength: number) => readonly [number, number]): Outcome => ({
      arms,
      seeds: 1,
      steps: [0],
      curve: arms.flatMap(({ rule, strength }) => spots(rule, strength)),
      counts: arms.flatMap(() => [1, 0]),
    });
    const tied = outcome((rule, strength) => {
      const tokens = 400 - (rule === 'drpo' ? 5 : 100) * strength;
      return [tokens / 500, tokens];
    });
    const circumstances = { demo, params: presetParams(demo, 'standard'), adapter: (await sharedGpu()).facts };
    const [rloo] = claimChecks(tied, circumstances);
    equal(rloo?.verdict, 'fail', rloo?.detail);
    const apart = outcome((rule) => (rule === 'drpo' ? [0.9, 200] : [0.8, 330]));
    ok(frontierGap(apart, 'drpo', 'rloo-lp') === undefined && gapToPath(apart) === undefined, 'no length in common');
    deepEqual(claimChecks(apart, circumstances).map(({ verdict }) => verdict).slice(0, 2), ['not-evaluated', 'not-evaluated']);
  });

  it('trains in float64 without a GPU to the same policies, and leaves kernels and claims open', async () => {
    const params = { ...quick, ...SMALL };
    const onCpu = await runReference({ demo, params, lecternVersion: '0.0.0-test', signal: untilDone(), progress: () => undefined });
    const onGpu = await runQuick('drpo-decoupled', SMALL);
    for (const [key, { value, unit }] of Object.entries(onGpu.metrics)) {
      const expected = onCpu.metrics[key]?.value ?? NaN;
      ok(Math.abs(value - expected) <= (unit === '' ? 0.005 : 1), `${key}: ${String(value)}, float64 ${String(expected)}`);
    }
    equal(checkOf(onCpu, 'drpo-never-negative').verdict, 'pass');
    for (const check of onCpu.checks.filter(({ kind }) => kind !== 'invariant')) equal(check.verdict, 'not-evaluated', check.id);
  });

  it('stops, on either engine', async () => {
    const gpu = await sharedGpu();
    for (const run of [
      (signal: AbortSignal) => runQuick('drpo-decoupled', {}, { gpu, signal }),
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
