import type { Breath } from '../../gpu/breath';
import { random } from '../../gpu/random';
import type { LiveBatch } from './live-batch';
import type { LiveInputs } from './live-run';
import { HEAD_WIDTH } from './settings';

/** Multiplications up to which every token is checked. */
const CHECK_ALL_UP_TO = 2.5e8;
const SAMPLED_TOKENS = 128;
const SAMPLE_STREAM = 5;

/** Causal pairs of a batch, from which token each token sees. */
export function pairsOf({ sees }: LiveBatch): number {
  return sees.reduce((sum, first, token) => sum + token - first + 1, 0);
}

/** The tokens to check: all where the CPU can bear it, else some drawn from the seed, the last among them. */
export function tokensToCheck(batch: LiveBatch, seed: number): readonly number[] {
  const { tokens } = batch;
  if (2 * pairsOf(batch) * HEAD_WIDTH <= CHECK_ALL_UP_TO) return Array.from({ length: tokens }, (_, token) => token);
  const drawn = new Set([tokens - 1]);
  for (let draw = 0; drawn.size < SAMPLED_TOKENS; draw += 1) drawn.add(random(seed, SAMPLE_STREAM, draw) % tokens);
  return [...drawn];
}

/** Attention of the chosen tokens in float64, by its definition: [tokens, HEAD_WIDTH]. */
export async function referenceAttention({ q, k, v }: LiveInputs, { sees }: LiveBatch, tokens: readonly number[], breath: Breath): Promise<Float64Array> {
  const out = new Float64Array(tokens.length * HEAD_WIDTH);
  for (const [index, token] of tokens.entries()) {
    await breath.take();
    const weights: number[] = [];
    let largest = -Infinity;
    for (let key = sees[token] ?? 0; key <= token; key += 1) {
      let dot = 0;
      for (let c = 0; c < HEAD_WIDTH; c += 1) dot += (q[token * HEAD_WIDTH + c] ?? NaN) * (k[key * HEAD_WIDTH + c] ?? NaN);
      const logit = dot / Math.sqrt(HEAD_WIDTH);
      weights.push(logit);
      largest = Math.max(largest, logit);
    }
    let sum = 0;
    for (const [at, logit] of weights.entries()) sum += weights[at] = Math.exp(logit - largest);
    for (const [at, weight] of weights.entries()) {
      const key = (sees[token] ?? 0) + at;
      for (let c = 0; c < HEAD_WIDTH; c += 1) {
        out[index * HEAD_WIDTH + c] = (out[index * HEAD_WIDTH + c] ?? NaN) + (weight / sum) * (v[key * HEAD_WIDTH + c] ?? NaN);
      }
    }
  }
  return out;
}
