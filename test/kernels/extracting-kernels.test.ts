import { regurgitate, ARTIFACTS } from '../../webview/demos/extracting-alignment/artifacts';
import type { Corpus } from '../../webview/demos/extracting-alignment/corpus';
import { bestCheck, cosineCheck, pairChecks } from '../../webview/demos/extracting-alignment/kernel-checks';
import { KERNELS } from '../../webview/demos/extracting-alignment/kernels';
import { Matching } from '../../webview/demos/extracting-alignment/matching';
import { compareTexts } from '../../webview/demos/extracting-alignment/reference';
import type { Settings } from '../../webview/demos/extracting-alignment/settings';
import { symbolsOf } from '../../webview/demos/extracting-alignment/words';
import { Breath } from '../../webview/gpu/breath';
import { withArena } from '../../webview/gpu/buffers';
import { random } from '../../webview/gpu/random';
import { deepEqual, equal } from './page/assert';
import { sharedGpu, untilDone } from './page/device';

/** Texts of the given lengths over a small alphabet, so that pairs have much in common. */
function textsOf(stream: number, lengths: readonly number[]): readonly (readonly number[])[] {
  return lengths.map((length, text) => Array.from({ length }, (_, at) => random(5, stream, 1000 * text + at) % 4));
}

async function checkAll(samples: readonly (readonly number[])[], generations: readonly (readonly number[])[], seeds: number): Promise<void> {
  const gpu = await sharedGpu();
  const settings: Settings = { seeds, samples: samples.length / seeds, copies: 1, words: 8, intensity: 1, width: 256, seed: 5 };
  const corpus: Corpus = { samples, generations, truths: [] };
  const sources = Object.fromEntries(KERNELS.map(({ name, source }) => [name, source]));
  await withArena(gpu, async (arena) => {
    const matches = await (await Matching.open({ gpu, arena, sources, signal: untilDone() }, corpus, settings)).run();
    const breath = new Breath(untilDone());
    const checks = [...(await pairChecks(corpus, settings, matches, breath)), await cosineCheck(corpus, settings, matches, breath), bestCheck(corpus, settings, matches)];
    for (const { id, verdict, detail } of checks) equal(verdict, 'pass', `${id}: ${detail}`);
  });
}

describe('extracting-alignment kernels', () => {
  it('match one short text with one', () => checkAll(textsOf(1, [5]), textsOf(2, [4]), 1));

  it('match texts that end just before, at and just after a block of 32 symbols, up to the longest', () =>
    checkAll(textsOf(3, [31, 32, 33, 63, 64, 65, 255, 256]), textsOf(4, [1, 2, 3, 32, 33, 100, 257, 400]), 1));

  it('match when samples and generations are one over a workgroup', () =>
    checkAll(textsOf(5, new Array<number>(33).fill(20)), textsOf(6, new Array<number>(65).fill(24)), 1));

  it('match the generations of each seed with its own samples alone', () =>
    checkAll(textsOf(7, new Array<number>(15).fill(40)), textsOf(8, new Array<number>(21).fill(50)), 3));

  it('find a text in itself at distance 0', () => {
    const text = symbolsOf(['one', 'two']);
    deepEqual(compareTexts(text, text), { distance: 0, common: text.length });
    deepEqual(compareTexts(symbolsOf(['kitten']), symbolsOf(['sitting'])), { distance: 3, common: 4 });
  });
});

describe('extracting-alignment artifacts', () => {
  const words = ['bat', 'cog', 'dim', 'fun'];

  for (const artifact of ARTIFACTS) {
    it(`${artifact}: leave a sample as it is at intensity 0`, () => {
      deepEqual(regurgitate(words, artifact, 0, ['zap'], () => 0), words);
    });
  }

  it('at full intensity they do what they say', () => {
    deepEqual(regurgitate(words, 'swapped', 1, [], () => 0), ['dim', 'fun', 'bat', 'cog']);
    deepEqual(regurgitate(words, 'inflected', 1, [], () => 0), ['bats', 'cogs', 'dims', 'funs']);
    deepEqual(regurgitate(words, 'synonyms', 1, ['zap'], () => 0), ['zap', 'zap', 'zap', 'zap']);
    equal(regurgitate(words, 'filled', 1, [], () => 0).length, 8);
    equal(regurgitate(words, 'framed', 1, [], () => 0).length, 20);
  });
});
