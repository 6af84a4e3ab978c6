import { fitHeads } from '../../webview/demos/lm-infinite/fit';
import { ropeLogits, streamPass } from '../../webview/demos/lm-infinite/head';
import { KERNELS } from '../../webview/demos/lm-infinite/kernels';
import { keysSeen, MODES, shapeOf } from '../../webview/demos/lm-infinite/modes';
import { fitResidual, referenceLogits, referenceScores } from '../../webview/demos/lm-infinite/reference';
import { RIDGES, STRONG_FIT, type Settings } from '../../webview/demos/lm-infinite/settings';
import { makeStream, oracleNll } from '../../webview/demos/lm-infinite/streams';
import { blocksOf } from '../../webview/demos/lm-infinite/statistics';
import type { Bench } from '../../webview/gpu/bench';
import { Breath } from '../../webview/gpu/breath';
import { withArena } from '../../webview/gpu/buffers';
import { worstError } from '../../webview/gpu/compare';
import { runPasses } from '../../webview/gpu/passes';
import { ParamError, presetParams, runReference } from '../../webview/gpu/runner';
import { deepEqual, equal, ok, rejects } from './page/assert';
import { bundledDemo, checkOf, runQuick } from './page/demo-runs';
import { suiteOfDemo } from './page/demo-suite';
import { sharedGpu, untilDone } from './page/device';

const SLUG = 'lm-infinite';
const SMALL = { trained: 64, sequence: 512 };

suiteOfDemo(SLUG, { small: SMALL });

async function onBench<T>(use: (bench: Bench) => Promise<T>): Promise<T> {
  const gpu = await sharedGpu();
  const sources = Object.fromEntries(KERNELS.map(({ name, source }) => [name, source]));
  return withArena(gpu, (arena) => use({ gpu, arena, sources, signal: untilDone() }));
}

describe('lm-infinite: the position logit', () => {
  for (const distances of [1, 63, 65, 200]) {
    it(`equals float64 for every fit at ${String(distances)} distances`, async () => {
      const fits = fitHeads(64);
      const { values } = await onBench((bench) => ropeLogits(bench, fits, distances));
      for (const [fit, weights] of fits.entries()) {
        const scale = weights.reduce((sum, weight) => sum + Math.abs(weight), 0);
        const worst = worstError(values.subarray(fit * distances, (fit + 1) * distances), referenceLogits(weights, distances), { relative: 0, absolute: 2e-6 * scale });
        ok(worst.inTolerances <= 1, `λ = ${String(RIDGES[fit])}, distance ${String(worst.index)}: ${String(worst.actual)}, not ${String(worst.expected)}`);
      }
    });
  }

  it('is fitted where the gradient vanishes, and nowhere else', () => {
    const weights = fitHeads(64)[STRONG_FIT] ?? new Float64Array();
    ok(fitResidual(weights, 1, 64) < 1e-9, 'at the fit');
    ok(fitResidual(weights.map((weight, index) => weight + (index === 3 ? 1e-3 : 0)), 1, 64) > 1e-3, 'beside it');
  });
});

const LENGTHS: readonly (readonly [string, number, number])[] = [
  ['one token, which nothing predicts', 1, 1],
  ['two tokens', 2, 1],
  ['one over a workgroup', 65, 2],
  ['no multiple of anything', 203, 3],
];

describe('lm-infinite: predicting a stream', () => {
  for (const [name, length, count] of LENGTHS) {
    it(`equals float64 at every position under every mask with ${name}`, async () => {
      const settings: Settings = { trained: 32, sequence: length, globals: 5, fit: 4, seed: 1 };
      const streams = Array.from({ length: count }, (_, stream) => makeStream(length, 20 + stream));
      const places = streams.flatMap((_, stream) => Array.from({ length: length - 1 }, (_unused, index) => ({ stream, position: index + 1 })));
      const fits = fitHeads(settings.trained);
      for (const mode of MODES) {
        const shape = shapeOf(mode, settings);
        const { scores, visits } = await onBench(async (bench) => {
          const { arena, gpu, signal } = bench;
          const logits = await ropeLogits(bench, fits, length);
          const buffers = {
            tokens: await arena.upload('tokens', Uint32Array.from(streams.flatMap((tokens) => Array.from(tokens)))),
            logits: logits.buffer,
            scores: await arena.storage('scores', 8 * count * length),
            visits: await arena.storage('visits', 4 * count * length),
            distances: length,
          };
          await runPasses(gpu, [await streamPass(bench, buffers, shape, count, length)], signal);
          const [scored, seen] = await arena.read([buffers.scores, buffers.visits], signal);
          return { scores: new Float32Array(scored ?? new ArrayBuffer(0)), visits: new Uint32Array(seen ?? new ArrayBuffer(0)) };
        });
        const logits = referenceLogits(fits[shape.fit] ?? new Float64Array(), length);
        const expected = await referenceScores(mode, settings, streams, logits, places, new Breath(untilDone()));
        const at = places.map(({ stream, position }) => stream * length + position);
        const worst = worstError(at.flatMap((index) => [scores[2 * index] ?? NaN, scores[2 * index + 1] ?? NaN]), expected.flatMap(({ nll, entropy }) => [nll, entropy]), { relative: 0, absolute: 2e-3 });
        ok(worst.inTolerances <= 1, `${mode}, ${String(worst.index)}: ${String(worst.actual)}, not ${String(worst.expected)}`);
        deepEqual(at.map((index) => visits[index]), places.map(({ position }) => keysSeen(shape, position)), `keys, ${mode}`);
      }
    });
  }

  it('costs a predictor that knows the source less than guessing, and less than any head', async () => {
    const tokens = makeStream(4000, 3);
    const mean = oracleNll(tokens).subarray(16).reduce((sum, loss) => sum + loss / (4000 - 16), 0);
    ok(mean > 1 && mean < Math.log(64), String(mean));
    const { metrics } = await runQuick(SLUG, SMALL);
    ok((metrics['lossLambda']?.value ?? 0) > 0 && (metrics['lossInRange']?.value ?? 0) > 0, 'no head beats the source');
  });

  it('is averaged over blocks that cover the stream without a gap', () => {
    const blocks = blocksOf(1000);
    equal(blocks[0]?.first, 16);
    equal(blocks.at(-1)?.end, 1000);
    for (const [index, { end }] of blocks.slice(0, -1).entries()) equal(blocks[index + 1]?.first, end);
  });
});

describe(SLUG, () => {
  it('explodes no more when the penalty is strong: the claim fails and says so', async () => {
    const result = await runQuick(SLUG, { ...SMALL, ridge: '0' });
    equal(checkOf(result, 'logits-explode').verdict, 'fail');
    ok((checkOf(result, 'logits-explode').value ?? 9) < 2, 'the ratio is that of the control');
    equal(checkOf(result, 'full-fails').verdict, 'fail');
    ok(result.checks.every(({ kind, verdict }) => kind === 'claim' || verdict === 'pass'), 'the kernels are right all the same');
  });

  it('loses the sink without global tokens: the claim fails, and the limit has nothing to limit', async () => {
    const result = await runQuick(SLUG, { ...SMALL, globals: 0 });
    equal(checkOf(result, 'sink-kept').verdict, 'fail');
    equal(checkOf(result, 'sink-kept').value, 1);
    equal(checkOf(result, 'control-no-limit').verdict, 'not-evaluated');
  });

  it('passes its checks with the weakest penalty, where float32 has least digits left, and odd sizes', async () => {
    const result = await runQuick(SLUG, { trained: 61, sequence: 777, globals: 64, ridge: '-8' });
    deepEqual(result.checks.filter(({ kind, verdict }) => kind !== 'claim' && verdict !== 'pass'), []);
  });

  it('refuses a stream that is too short, by parameter', async () => {
    const error = await rejects(runQuick(SLUG, { trained: 512, sequence: 2048 }), ParamError);
    equal(error.problems[0]?.key, 'sequence');
  });

  it('stops', async () => {
    const controller = new AbortController();
    const reason = new Error('stopped by the reader');
    const run = runQuick(SLUG, SMALL, { signal: controller.signal });
    controller.abort(reason);
    ok((await rejects(run, Error)) === reason, 'the reason of the signal');
  });

  it('without a GPU fits on the CPU, leaves the rest open and says why', async () => {
    const demo = bundledDemo(SLUG);
    const result = await runReference({ demo, params: presetParams(demo, 'quick'), lecternVersion: '0.0.0-test', signal: untilDone(), progress: () => undefined });
    equal(checkOf(result, 'fit-stationary').verdict, 'pass');
    for (const check of result.checks.filter(({ id }) => id !== 'fit-stationary')) {
      equal(check.verdict, 'not-evaluated', check.id);
      ok(check.detail.includes('no usable graphics adapter'), check.detail);
    }
    ok(result.charts.every((chart) => chart.form === 'line'), 'the charts of the fits');
  });
});
