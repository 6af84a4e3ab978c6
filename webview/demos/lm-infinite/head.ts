import { passOf, splitPass, type Bench } from '../../gpu/bench';
import { flopsPerSubmit, runPasses, splitRows, type Pass } from '../../gpu/passes';
import { anglesAt, FREQUENCIES, type Weights } from './fit';
import type { MaskShape } from './modes';
import { VOCABULARY } from './settings';

const THREADS = 64;
/** Operations for one key: mostly the exponential. */
const FLOPS_PER_KEY = 20;

/** The position logits of every fit at every distance below `distances`, [fits, distances], and where they lie. */
export async function ropeLogits(bench: Bench, fits: readonly Weights[], distances: number): Promise<{ readonly buffer: GPUBuffer; readonly values: Float32Array }> {
  const { arena, gpu, signal } = bench;
  const angles = new Float32Array(2 * FREQUENCIES.length * distances);
  for (let distance = 0; distance < distances; distance += 1) angles.set(anglesAt(distance), 2 * FREQUENCIES.length * distance);
  const weights = new Float32Array(2 * FREQUENCIES.length * fits.length);
  for (const [fit, values] of fits.entries()) weights.set(values, 2 * FREQUENCIES.length * fit);
  const angleBuffer = await arena.upload('cosines and sines', angles);
  const buffer = await arena.storage('position logits', 4 * fits.length * distances);
  const resources = [
    ...(await arena.uniforms('head', [Uint32Array.of(distances, fits.length, FREQUENCIES.length, 0).buffer])),
    angleBuffer,
    await arena.upload('weights', weights),
    buffer,
  ];
  const setup = { name: 'rope_logit', constants: { threads: THREADS }, bindings: ['uniform', 'read', 'read', 'write'] } as const;
  await runPasses(gpu, [await passOf(bench, setup, resources, [Math.ceil(distances / THREADS), fits.length, 1])], signal);
  const [bytes] = await arena.read([buffer], signal);
  arena.release(angleBuffer);
  return { buffer, values: new Float32Array(bytes ?? new ArrayBuffer(0)) };
}

/** Streams of equal length on the GPU, one after another. */
export interface StreamBuffers {
  readonly tokens: GPUBuffer;
  readonly logits: GPUBuffer;
  readonly scores: GPUBuffer;
  readonly visits: GPUBuffer;
  /** Distances that a fit has logits for. */
  readonly distances: number;
}

/** Prediction of the tokens 1 to `length` − 1 of `streams` streams under one mask. */
export async function streamPass(bench: Bench, buffers: StreamBuffers, shape: MaskShape, streams: number, length: number): Promise<Pass> {
  const { tokens, logits, scores, visits, distances } = buffers;
  const { globals, window, cap, fit } = shape;
  const keys = Math.min(length, globals + window);
  const ranges = splitRows(length, FLOPS_PER_KEY * streams * length * keys, THREADS, flopsPerSubmit(bench.gpu));
  const uniforms = await bench.arena.uniforms(
    'stream tasks',
    ranges.map(({ first, end }) => Uint32Array.of(length, Math.max(1, first), end, globals, window, cap, fit * distances, VOCABULARY).buffer),
  );
  return splitPass(
    bench,
    { name: 'stream_nll', constants: { threads: THREADS }, bindings: ['uniform', 'read', 'read', 'write', 'write'] },
    uniforms.map((uniform, index) => {
      const { first, end } = ranges[index] ?? { first: 0, end: 0 };
      return { resources: [uniform, tokens, logits, scores, visits], workgroups: [Math.ceil((end - first) / THREADS), streams, 1] as const };
    }),
  );
}
