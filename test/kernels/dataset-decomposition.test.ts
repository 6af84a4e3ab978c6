import { drawCurriculum, type Training } from '../../webview/demos/dataset-decomposition/curriculum';
import { decompose } from '../../webview/demos/dataset-decomposition/data-set';
import { KERNELS } from '../../webview/demos/dataset-decomposition/kernels';
import { referenceDataSet, referenceDraws } from '../../webview/demos/dataset-decomposition/reference';
import type { Buckets } from '../../webview/demos/dataset-decomposition/settings';
import type { Bench } from '../../webview/gpu/bench';
import { Breath } from '../../webview/gpu/breath';
import { withArena } from '../../webview/gpu/buffers';
import { random } from '../../webview/gpu/random';
import { ParamError, presetParams, runReference } from '../../webview/gpu/runner';
import { deepEqual, equal, ok, rejects } from './page/assert';
import { bundledDemo, checkOf, runQuick } from './page/demo-runs';
import { suiteOfDemo } from './page/demo-suite';
import { sharedGpu, untilDone } from './page/device';

const SLUG = 'dataset-decomposition';
const SMALL = { documents: 640, liveTokens: 512, liveLength: '256' };

suiteOfDemo(SLUG, { small: SMALL });

async function onBench<T>(use: (bench: Bench) => Promise<T>): Promise<T> {
  const gpu = await sharedGpu();
  const sources = Object.fromEntries(KERNELS.map(({ name, source }) => [name, source]));
  return withArena(gpu, (arena) => use({ gpu, arena, sources, signal: untilDone() }));
}

const lengthsOf = (count: number, longest: number, stream: number): Uint32Array => Uint32Array.from({ length: count }, (_, doc) => 1 + (random(2, stream, doc) % longest));

const DATA_SETS: readonly (readonly [string, readonly Uint32Array[], Buckets])[] = [
  ['no documents', [new Uint32Array()], { minLog2: 2, maxLog2: 4 }],
  ['one document that is too short for a piece', [Uint32Array.of(3)], { minLog2: 2, maxLog2: 4 }],
  ['one document of exactly a chunk', [Uint32Array.of(16)], { minLog2: 2, maxLog2: 4 }],
  ['one document of many chunks', [Uint32Array.of(1000)], { minLog2: 2, maxLog2: 4 }],
  ['one document more than a block', [lengthsOf(65, 90, 1)], { minLog2: 0, maxLog2: 5 }],
  ['one block more than a workgroup', [lengthsOf(64 * 64 + 1, 60, 2)], { minLog2: 3, maxLog2: 6 }],
  ['several data sets side by side', [lengthsOf(777, 300, 3), lengthsOf(777, 20, 4), lengthsOf(777, 5, 5)], { minLog2: 3, maxLog2: 7 }],
  ['a single bucket', [lengthsOf(130, 100, 6)], { minLog2: 5, maxLog2: 5 }],
];

describe('dataset-decomposition: pieces and chunks', () => {
  for (const [name, lengths, buckets] of DATA_SETS) {
    it(`equals the reference integer by integer with ${name}`, async () => {
      const actual = await onBench((bench) => decompose(bench, lengths, buckets));
      for (const [replica, documents] of lengths.entries()) {
        const expected = await referenceDataSet(documents, buckets, new Breath(untilDone()));
        for (const key of ['pieceCounts', 'pieces', 'chunks'] as const) deepEqual(Array.from(actual[replica]?.[key] ?? []), Array.from(expected[key]), key);
        equal(actual[replica]?.tokens, expected.tokens, 'tokens');
      }
    });
  }

  it('cuts by hand what can be cut by hand', async () => {
    const [dataSet] = await onBench((bench) => decompose(bench, [Uint32Array.of(23, 5, 2)], { minLog2: 1, maxLog2: 3 }));
    // 23 = 8 + 8 + 4 + 2 and 1 dropped, 5 = 4 and 1 dropped, 2 = 2; 30 tokens make three chunks of 8.
    deepEqual(Array.from(dataSet?.pieceCounts ?? []), [2, 2, 2]);
    deepEqual(Array.from(dataSet?.pieces ?? []), [0, 20, 2, 0, 0, 16, 1, 0, 0, 0, 0, 8]);
    deepEqual(Array.from(dataSet?.chunks ?? []), [1, 36, 1, 36, 2, 28 + 1]);
  });
});

describe('dataset-decomposition: the curriculum', () => {
  const training = (batches: readonly number[], weights: readonly number[], seed = 4): Training => ({ policy: 'short-first', seed, batches, weights });

  it('equals the reference draw by draw, for one training more than a workgroup', async () => {
    const trainings = Array.from({ length: 33 }, (_, seed) => training([seed, 0, 5, 1], [32 * seed, 0, 10, 1], seed));
    const drawn = await onBench((bench) => drawCurriculum(bench, trainings, 3));
    deepEqual(drawn, trainings.map(({ seed, batches, weights }) => referenceDraws(seed, batches, weights, 3)));
  });

  it('spends every batch of every cycle, and draws nothing from nothing', async () => {
    const [some, none] = await onBench((bench) => drawCurriculum(bench, [training([4, 2, 1], [16, 4, 1]), training([0, 0, 0], [0, 0, 0])], 2));
    deepEqual([0, 1, 2].map((bucket) => some?.filter((pick) => pick === bucket).length), [8, 4, 2]);
    deepEqual(none, []);
  });
});

describe(SLUG, () => {
  it('finds no advantage when every document fills a chunk', async () => {
    const result = await runQuick(SLUG, SMALL);
    equal(checkOf(result, 'control-pairs').value, 1);
    equal(checkOf(result, 'control-cross-share').value, 0);
    ok((checkOf(result, 'pairs-per-token').value ?? 0) > 1.5, 'and one when they do not');
  });

  it('says honestly that long documents gain little', async () => {
    const result = await runQuick(SLUG, { ...SMALL, longest: '1024', logMiddle: 9, logSpread: 0 });
    equal(checkOf(result, 'pairs-per-token').verdict, 'fail');
    ok(result.checks.every(({ kind, verdict }) => kind === 'claim' || verdict === 'pass'), 'the kernels are right all the same');
  });

  it('leaves open what documents without a single piece cannot decide', async () => {
    const result = await runQuick(SLUG, { ...SMALL, logMiddle: 3, logSpread: 0, shortest: '1024' });
    for (const id of ['pairs-per-token', 'short-first']) equal(checkOf(result, id).verdict, 'not-evaluated', id);
    ok(result.checks.every(({ kind, verdict }) => kind === 'claim' || verdict === 'pass'), 'the integers are right all the same');
  });

  it('leaves the time open on a software adapter', async () => {
    equal(checkOf(await runQuick(SLUG, SMALL), 'time-follows-pairs').verdict, 'not-evaluated');
  });

  it('passes with other lengths and other distributions', async () => {
    for (const changes of [{ distribution: 'uniform', longest: '1024', shortest: '32' }, { distribution: 'pareto', longest: '16384', cycles: 1 }]) {
      const result = await runQuick(SLUG, { ...SMALL, ...changes });
      deepEqual(result.checks.filter(({ kind, verdict }) => kind !== 'claim' && verdict !== 'pass'), []);
    }
  });

  it('refuses lengths that do not fit together, by parameter', async () => {
    const refused = async (changes: Parameters<typeof runQuick>[1]): Promise<string | undefined> => (await rejects(runQuick(SLUG, changes), ParamError)).problems[0]?.key;
    equal(await refused({ liveTokens: 2304 }), 'liveTokens');
    equal(await refused({ longest: '1024', liveLength: '2048' }), 'liveLength');
    equal(await refused({ longest: '16384', shortest: '32', liveLength: '256' }), 'liveLength');
  });

  it('stops', async () => {
    const controller = new AbortController();
    const reason = new Error('stopped by the reader');
    const run = runQuick(SLUG, SMALL, { signal: controller.signal });
    controller.abort(reason);
    ok((await rejects(run, Error)) === reason, 'the reason of the signal');
  });

  it('without a GPU counts on the CPU, leaves the kernels open and says why', async () => {
    const demo = bundledDemo(SLUG);
    const result = await runReference({ demo, params: presetParams(demo, 'quick'), lecternVersion: '0.0.0-test', signal: untilDone(), progress: () => undefined });
    equal(checkOf(result, 'tokens-kept').verdict, 'pass');
    for (const check of result.checks.filter(({ id }) => id !== 'tokens-kept')) {
      equal(check.verdict, 'not-evaluated', check.id);
      ok(check.detail.includes('no usable graphics adapter'), check.detail);
    }
    deepEqual(result.metrics['pairRatio'], (await runQuick(SLUG)).metrics['pairRatio']);
  });
});
