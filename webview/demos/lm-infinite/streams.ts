import { random, uniform } from '../../gpu/random';
import { VOCABULARY } from './settings';

/** A token is copied from a recent one with this probability, else drawn from the vocabulary. */
const COPIED = 0.85;
/** The distance copied over is geometric: each step back goes on with probability 1 − STOP, at most to LAST. */
const STOP = 1 / 6;
const LAST = 15;
const STREAMS = { copies: 1, back: 2, fresh: 3 } as const;

/** The “cache language”: x_t copies x_(t−1−δ) with δ geometric, or is new. */
export function makeStream(length: number, seed: number): Uint32Array<ArrayBuffer> {
  const tokens = new Uint32Array(length);
  for (let t = 0; t < length; t += 1) {
    const back = Math.min(LAST, Math.floor(Math.log1p(-uniform(seed, STREAMS.back, t)) / Math.log(1 - STOP)));
    const copied = t > LAST && uniform(seed, STREAMS.copies, t) < COPIED;
    tokens[t] = copied ? (tokens[t - 1 - back] ?? 0) : random(seed, STREAMS.fresh, t) % VOCABULARY;
  }
  return tokens;
}

/** What a predictor that knows the source pays for each token, in nats; nothing can do better on average. */
export function oracleNll(tokens: Uint32Array): Float64Array {
  return Float64Array.from(tokens, (token, t) => {
    if (t <= LAST) return Math.log(VOCABULARY);
    let likelihood = (1 - COPIED) / VOCABULARY;
    for (let back = 0; back <= LAST; back += 1) {
      const chance = back < LAST ? STOP * (1 - STOP) ** back : (1 - STOP) ** LAST;
      if (tokens[t - 1 - back] === token) likelihood += COPIED * chance;
    }
    return -Math.log(likelihood);
  });
}
