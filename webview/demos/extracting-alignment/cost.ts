import type { ParamValues } from '../../../src/core/runs/result';
import type { Cost } from '../../gpu/demo';
import { truthsOf } from './corpus';
import { KERNELS } from './kernels';
import { opsOfPairs } from './matching';
import { readSettings } from './settings';
import { LONGEST_WORD, SYMBOLS } from './words';

/** The run itself, and two warm-ups and five samples of the clock. */
const RUNS = 8;
const BLOCK_BYTES = 32;

/** Bit-parallel columns of all pairs, twice, and their dot products. Texts are taken as long as they can be. */
export function costOf(params: ParamValues): Cost {
  const settings = readSettings(params);
  const { seeds, samples, words, width } = settings;
  const generations = seeds * truthsOf(settings).length;
  const documents = seeds * samples + generations;
  const pairs = generations * samples;
  const letters = words * LONGEST_WORD;
  const flops = RUNS * (2 * opsOfPairs(pairs, letters, letters) + 2 * pairs * width + documents * (12 * letters + 8 * width));
  return {
    flops,
    dispatches: RUNS * KERNELS.length * 8,
    // Matrices and best matches are there twice while they are read back.
    peakBytes: 2 * (12 * pairs + 12 * generations) + 4 * documents * width + 8 * documents * letters + seeds * samples * SYMBOLS * BLOCK_BYTES,
    largestBufferBytes: 12 * pairs,
  };
}
