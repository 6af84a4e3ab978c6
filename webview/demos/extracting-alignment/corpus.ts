import { uniform } from '../../gpu/random';
import { ARTIFACTS, regurgitate, type Artifact } from './artifacts';
import type { Settings } from './settings';
import { makeVocabulary, symbolsOf } from './words';

/** What a generation is in truth. `calibration` and `fresh` texts are no copies of anything. */
export type Truth =
  | { readonly kind: 'calibration' | 'fresh' }
  | { readonly kind: 'copy'; readonly artifact: Artifact; /** Index of its intensity. */ readonly level: number };

/** The texts of all seeds: of every seed its samples, then its generations. */
export interface Corpus {
  /** Training samples of each seed: [seeds × samples]. */
  readonly samples: readonly (readonly number[])[];
  /** Generations of each seed: [seeds × truths]. */
  readonly generations: readonly (readonly number[])[];
  /** What the generations of one seed are, the same for every seed. */
  readonly truths: readonly Truth[];
}

/** Streams of the seed from here on belong to the texts of the seeds, one each. */
const FIRST_TEXT_STREAM = 16;

/** Intensities at which samples are given back, from none to the chosen one. */
export function intensitiesOf({ intensity }: Pick<Settings, 'intensity'>): readonly number[] {
  return [0, intensity / 3, (2 * intensity) / 3, intensity];
}

/** What the generations of one seed are. */
export function truthsOf({ copies, intensity }: Pick<Settings, 'copies' | 'intensity'>): readonly Truth[] {
  const repeat = (truth: Truth, count: number): readonly Truth[] => Array.from({ length: count }, () => truth);
  return [
    ...repeat({ kind: 'calibration' }, ARTIFACTS.length * copies),
    ...repeat({ kind: 'fresh' }, ARTIFACTS.length * copies),
    ...intensitiesOf({ intensity }).flatMap((_, level) => ARTIFACTS.flatMap((artifact) => repeat({ kind: 'copy', artifact, level }, copies))),
  ];
}

export function makeCorpus(settings: Settings): Corpus {
  const { seeds, samples: count, words, seed } = settings;
  const vocabulary = makeVocabulary(seed);
  const truths = truthsOf(settings);
  const intensities = intensitiesOf(settings);
  const samples: (readonly number[])[] = [];
  const generations: (readonly number[])[] = [];
  for (let seedIndex = 0; seedIndex < seeds; seedIndex += 1) {
    let at = 0;
    const draw = (): number => uniform(seed, FIRST_TEXT_STREAM + seedIndex, at++);
    const write = (): readonly string[] => Array.from({ length: words }, () => vocabulary[Math.floor(draw() * vocabulary.length)] ?? '');
    const learnt = Array.from({ length: count }, write);
    samples.push(...learnt.map(symbolsOf));
    for (const truth of truths) {
      const source = truth.kind === 'copy' ? (learnt[Math.floor(draw() * count)] ?? []) : write();
      const text = truth.kind === 'copy' ? regurgitate(source, truth.artifact, intensities[truth.level] ?? 0, vocabulary, draw) : source;
      generations.push(symbolsOf(text));
    }
  }
  return { samples, generations, truths };
}
