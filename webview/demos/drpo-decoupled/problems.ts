import { uniform } from '../../gpu/random';

export const BINS = 16;
export const TYPES = 4;
export const PROBLEMS_PER_TYPE = 16;
export const PROBLEMS = TYPES * PROBLEMS_PER_TYPE;
const TOKENS_PER_BIN = 32;
/** C, tokens of the longest answer. */
export const LONGEST = BINS * TOKENS_PER_BIN;

/** The policy before training is verbose: a bell over lengths, in tokens. */
const VERBOSE = { mean: 420, deviation: 90 };
/** P(correct) = LUCK + SKILL σ((length − need) / SOFTNESS). */
const [LUCK, SKILL, SOFTNESS] = [0.02, 0.93, 12];
/** Tokens that any answer needs, and the scale of the Gamma(4) that is added for each type of problem. */
const [LEAST_NEED, NEED_SCALE, NEED_SHAPE] = [20, 18, 4];

export function tokensOf(bin: number): number {
  return (bin + 1) * TOKENS_PER_BIN;
}

/** Logits before training, the same for each type: [types, bins]. */
export function verboseLogits(): Float32Array<ArrayBuffer> {
  return Float32Array.from({ length: TYPES * BINS }, (_, index) => -(((tokensOf(index % BINS) - VERBOSE.mean) / VERBOSE.deviation) ** 2) / 2);
}

/**
 * The synthetic verifier: P(correct) of each problem at each length, [seeds, problems, bins]. Every
 * problem needs some length, more in later types; streams 0 to 63 of a seed draw the needs.
 */
export function makeVerifier(seed: number, seeds: number): Float32Array<ArrayBuffer> {
  const chances = new Float32Array(seeds * PROBLEMS * BINS);
  for (let at = 0; at < seeds * PROBLEMS; at += 1) {
    const problem = at % PROBLEMS;
    const need = needOf(seed, Math.floor(at / PROBLEMS), problem);
    for (let bin = 0; bin < BINS; bin += 1) {
      chances[at * BINS + bin] = LUCK + SKILL / (1 + Math.exp(-(tokensOf(bin) - need) / SOFTNESS));
    }
  }
  return chances;
}

/** Gamma of whole shape is a sum of exponentials. */
function needOf(seed: number, seedIndex: number, problem: number): number {
  const type = 1 + Math.floor(problem / PROBLEMS_PER_TYPE);
  let gamma = 0;
  for (let part = 0; part < NEED_SHAPE; part += 1) gamma -= Math.log(1 - uniform(seed, problem, NEED_SHAPE * seedIndex + part));
  return LEAST_NEED + NEED_SCALE * type * gamma;
}
