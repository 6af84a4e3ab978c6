import type { Check } from '../../../src/core/runs/result';
import type { Breath } from '../../gpu/breath';
import { invariantCheck, numericCheck } from '../../gpu/checks';
import { worstError, type Tolerance } from '../../gpu/compare';
import { random } from '../../gpu/random';
import type { Corpus } from './corpus';
import type { Matches } from './matching';
import { centred, compareTexts, dot, embedText } from './reference';
import type { Settings } from './settings';

export const COSINES: Tolerance = { relative: 0, absolute: 1e-5 };
export const SIMILARITIES: Tolerance = { relative: 0, absolute: 1e-6 };
/** Cells of both tables that the CPU fills for one check of the pairs. */
const CELLS = 1e7;
const SAMPLE_STREAM = 2;
const CHECKED_GENERATIONS = 128;

export const STATEMENTS = {
  'cosines-exact': 'The cosines of the embeddings equal the float64 reference.',
  'best-exact': 'The best match of every generation by each measure is the largest of its row.',
} as const;

/** Distances and common subsequences of drawn pairs against the recurrences, integer for integer. */
export async function pairChecks({ samples, generations }: Corpus, { seeds, seed }: Settings, { distances, common }: Matches, breath: Breath): Promise<readonly Check[]> {
  const perSeed = samples.length / seeds;
  const pairs = distances.length;
  const cellsOfPair = (samples[0]?.length ?? 1) * (generations[0]?.length ?? 1);
  const checked = Math.min(pairs, Math.max(64, Math.floor(CELLS / cellsOfPair)));
  let [wrongDistances, wrongCommon] = [0, 0];
  let example = '';
  for (let draw = 0; draw < checked; draw += 1) {
    await breath.take();
    const pair = checked === pairs ? draw : random(seed, SAMPLE_STREAM, draw) % pairs;
    const generation = Math.floor(pair / perSeed);
    const sample = Math.floor(generation / (generations.length / seeds)) * perSeed + (pair % perSeed);
    const expected = compareTexts(samples[sample] ?? [], generations[generation] ?? []);
    if (distances[pair] !== expected.distance || common[pair] !== expected.common) {
      example = ` Generation ${String(generation)} and sample ${String(sample)}: distance ${String(distances[pair])} and subsequence ${String(common[pair])}, by the recurrences ${String(expected.distance)} and ${String(expected.common)}.`;
    }
    wrongDistances += distances[pair] === expected.distance ? 0 : 1;
    wrongCommon += common[pair] === expected.common ? 0 : 1;
  }
  const detail = `${String(checked)} of ${String(pairs)} pairs computed again on the CPU, cell by cell.${example}`;
  const check = (id: string, statement: string, value: number): Check => invariantCheck(id, statement, { value, operator: '==', threshold: 0, unit: 'pairs' }, detail);
  return [
    check('distances-exact', 'Edit distances equal the recurrence exactly.', wrongDistances),
    check('subsequences-exact', 'Longest common subsequences equal the recurrence exactly.', wrongCommon),
  ];
}

/** Cosines of the first seed, of as many generations as the CPU can bear, spread over all kinds. */
export async function cosineCheck({ samples, generations }: Corpus, { seeds, width }: Settings, { cosines }: Matches, breath: Breath): Promise<Check> {
  const perSeed = samples.length / seeds;
  const ofSeed = generations.length / seeds;
  const stride = Math.ceil(ofSeed / CHECKED_GENERATIONS);
  const rows: (readonly number[])[] = [];
  for (const text of samples.slice(0, perSeed)) {
    await breath.take();
    rows.push(embedText(text, width));
  }
  const known = centred(rows, rows);
  const actual: number[] = [];
  const expected: number[] = [];
  for (let generation = 0; generation < ofSeed; generation += stride) {
    await breath.take();
    const [row = []] = centred([embedText(generations[generation] ?? [], width)], rows);
    expected.push(...known.map((sample) => dot(row, sample)));
    actual.push(...cosines.subarray(generation * perSeed, (generation + 1) * perSeed));
  }
  const worst = worstError(actual, expected, COSINES);
  const where = `generation ${String(Math.floor(worst.index / perSeed) * stride)}, sample ${String(worst.index % perSeed)} of the first seed`;
  return numericCheck('cosines-exact', STATEMENTS['cosines-exact'], worst, COSINES, where);
}

/** The rows' maxima, computed again from the matrices that the other kernels left. */
export function bestCheck({ samples, generations }: Corpus, { seeds }: Settings, { distances, common, cosines, best }: Matches): Check {
  const perSeed = samples.length / seeds;
  const expected = generations.flatMap(({ length }, generation) => {
    const first = Math.floor(generation / (generations.length / seeds)) * perSeed;
    let [edit, indel, cosine] = [0, 0, -1];
    for (let at = 0; at < perSeed; at += 1) {
      const pair = generation * perSeed + at;
      const other = samples[first + at]?.length ?? 0;
      edit = Math.max(edit, 1 - (distances[pair] ?? 0) / Math.max(length, other));
      indel = Math.max(indel, (2 * (common[pair] ?? 0)) / (length + other));
      cosine = Math.max(cosine, cosines[pair] ?? NaN);
    }
    return [edit, indel, cosine];
  });
  const worst = worstError(best, expected, SIMILARITIES);
  return numericCheck('best-exact', STATEMENTS['best-exact'], worst, SIMILARITIES, `generation ${String(Math.floor(worst.index / 3))}`);
}
