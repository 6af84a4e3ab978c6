import { gaussians } from '../../gpu/random';
import type { AttentionShape } from './shape';

/** Q, K and V as [heads, rows, width]. */
export interface Inputs {
  readonly q: Float32Array<ArrayBuffer>;
  readonly k: Float32Array<ArrayBuffer>;
  readonly v: Float32Array<ArrayBuffer>;
}

const RAISED_LOGIT = 30;

/**
 * Normal numbers from the seed. With `adversarial`, one key two thirds down the sequence has its
 * logit raised by 30, so that the running maximum jumps late and everything gathered before must
 * be scaled down: the last column of Q is 1, and that of K is 0 but for the one key.
 */
export function makeInputs(shape: AttentionShape, seed: number, adversarial: boolean): Inputs {
  const { rows, width, heads } = shape;
  const count = heads * rows * width;
  const [q, k, v] = [gaussians(seed, 1, count), gaussians(seed, 2, count), gaussians(seed, 3, count)];
  if (adversarial) {
    const raised = Math.floor((2 * rows) / 3);
    for (let index = 0; index < heads * rows; index += 1) {
      const last = (index + 1) * width - 1;
      q[last] = 1;
      k[last] = index % rows === raised ? RAISED_LOGIT * Math.sqrt(width) : 0;
    }
  }
  return { q, k, v };
}
