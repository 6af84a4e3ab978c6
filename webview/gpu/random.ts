/**
 * Counter-based random numbers, bit-identical to `wgsl/pcg.wgsl`.
 * The hash is the PCG-RXS-M-XS output of Jarzynski and Olano, "Hash Functions for GPU Rendering" (JCGT 2020).
 */
export function pcg(value: number): number {
  const state = (Math.imul(value, 747_796_405) + 2_891_336_453) >>> 0;
  const word = Math.imul((state >>> ((state >>> 28) + 4)) ^ state, 277_803_737) >>> 0;
  return ((word >>> 22) ^ word) >>> 0;
}

/** The `index`-th 32-bit number of a stream; streams of one seed are independent. */
export function random(seed: number, stream: number, index: number): number {
  return pcg(streamKey(seed, stream) + index);
}

/** Uniform in [0, 1), a multiple of 2^-24, exact in float32. */
export function uniform(seed: number, stream: number, index: number): number {
  return (random(seed, stream, index) >>> 8) * 2 ** -24;
}

/**
 * Nearly normal: mean 0, variance 1, never beyond ±6. The sum of twelve 16-bit halves is an
 * integer, so the value is exact in float32 and the same on every machine.
 */
export function gauss12(seed: number, stream: number, index: number): number {
  return gaussAt(streamKey(seed, stream), index);
}

/** `count` values of `gauss12` from the start of a stream. */
export function gaussians(seed: number, stream: number, count: number): Float32Array<ArrayBuffer> {
  const key = streamKey(seed, stream);
  const values = new Float32Array(count);
  for (let index = 0; index < count; index += 1) values[index] = gaussAt(key, index);
  return values;
}

function streamKey(seed: number, stream: number): number {
  return pcg(pcg(seed) ^ stream);
}

function gaussAt(key: number, index: number): number {
  let sum = -393_210;
  for (let part = 0; part < 6; part += 1) {
    const bits = pcg(key + 6 * index + part);
    sum += (bits & 0xffff) + (bits >>> 16);
  }
  return sum / 65_536;
}
