import { passOf, splitPass, type Bench } from '../../gpu/bench';
import { flopsPerSubmit, runPasses, splitRows, type Pass } from '../../gpu/passes';
import type { Corpus } from './corpus';
import { SETUPS, type KernelName } from './kernels';
import type { Settings } from './settings';
import { SYMBOLS } from './words';

const BLOCKS = 8;

/** What the kernels found, as they left it. */
export interface Matches {
  /** [generations of all seeds, samples] */
  readonly distances: Uint32Array;
  readonly common: Uint32Array;
  readonly cosines: Float32Array;
  /** [generations of all seeds, 3]: the best edit similarity, indel ratio and cosine. */
  readonly best: Float32Array;
}

/** All generations of a corpus against the samples of their seed, on the GPU. */
export class Matching {
  private constructor(
    private readonly bench: Bench,
    readonly passes: readonly Pass[],
    private readonly results: readonly [distances: GPUBuffer, common: GPUBuffer, cosines: GPUBuffer, best: GPUBuffer],
  ) {}

  static async open(bench: Bench, { samples, generations }: Corpus, { seeds, width }: Pick<Settings, 'seeds' | 'width'>): Promise<Matching> {
    const { arena, gpu } = bench;
    const documents = [...samples, ...generations];
    const perSeed = { samples: samples.length / seeds, generations: generations.length / seeds };
    const block = (first: number, end: number): ArrayBuffer =>
      new Uint32Array([perSeed.samples, perSeed.generations, seeds, first, end, width / 4, 0, 0]).buffer;
    const pairs = generations.length * perSeed.samples;
    const ranges = splitRows(generations.length, opsOfPairs(pairs, longestOf(samples), longestOf(generations)), 1, flopsPerSubmit(gpu));
    const [whole, ...slices] = await arena.uniforms('shape', [block(0, generations.length), ...ranges.map(({ first, end }) => block(first, end))]);
    if (whole === undefined) throw new RangeError('The shape was not uploaded.');

    const spans = await arena.upload('spans', spansOf(documents));
    const symbols = await arena.upload('symbols', Uint32Array.from(documents.flat()));
    const masks = await arena.storage('masks', 4 * samples.length * SYMBOLS * BLOCKS);
    const rows = await arena.storage('embeddings', 4 * documents.length * width);
    const means = await arena.storage('mean embeddings', 4 * seeds * width);
    const [distances, common, cosines] = [await arena.storage('distances', 4 * pairs), await arena.storage('common', 4 * pairs), await arena.storage('cosines', 4 * pairs)];
    const best = await arena.storage('best', 12 * generations.length);

    const over = (name: KernelName, invocations: number, resources: readonly GPUBuffer[]): Promise<Pass> =>
      passOf(bench, SETUPS[name], [whole, ...resources], [Math.ceil(invocations / SETUPS[name].constants.threads), 1, 1]);
    const overPairs = (name: KernelName, resources: readonly GPUBuffer[]): Promise<Pass> =>
      splitPass(
        bench,
        SETUPS[name],
        slices.map((shape, index) => ({
          resources: [shape, ...resources],
          workgroups: [Math.ceil(perSeed.samples / SETUPS[name].constants.threads), (ranges[index]?.end ?? 0) - (ranges[index]?.first ?? 0), 1] as const,
        })),
      );
    const passes = await Promise.all([
      over('match_masks', samples.length * SYMBOLS, [spans, symbols, masks]),
      overPairs('edit_distance', [spans, symbols, masks, distances]),
      overPairs('common_subsequence', [spans, symbols, masks, common]),
      over('embed', documents.length, [spans, symbols, rows]),
      over('mean_row', seeds * width, [rows, means]),
      over('centre', documents.length, [means, rows]),
      overPairs('cosine', [rows, cosines]),
      over('best_match', generations.length, [spans, distances, common, cosines, best]),
    ]);
    return new Matching(bench, passes, [distances, common, cosines, best]);
  }

  async run(): Promise<Matches> {
    await runPasses(this.bench.gpu, this.passes, this.bench.signal);
    const [distances, common, cosines, best] = await this.bench.arena.read(this.results, this.bench.signal);
    const none = new ArrayBuffer(0);
    return {
      distances: new Uint32Array(distances ?? none),
      common: new Uint32Array(common ?? none),
      cosines: new Float32Array(cosines ?? none),
      best: new Float32Array(best ?? none),
    };
  }
}

/** Operations of the bit-parallel edit distance: some twenty a block and symbol of the other text. */
export function opsOfPairs(pairs: number, sampleLength: number, textLength: number): number {
  return pairs * Math.ceil(sampleLength / 32) * textLength * 20;
}

function longestOf(texts: readonly (readonly number[])[]): number {
  return texts.reduce((longest, { length }) => Math.max(longest, length), 0);
}

function spansOf(documents: readonly (readonly number[])[]): Uint32Array<ArrayBuffer> {
  const spans = new Uint32Array(2 * documents.length);
  let first = 0;
  for (const [index, { length }] of documents.entries()) {
    spans.set([first, length], 2 * index);
    first += length;
  }
  return spans;
}
