import { passOf, type Bench } from '../../gpu/bench';
import { runPasses } from '../../gpu/passes';
import type { DataSet } from './data-set';
import { KERNEL_BINDINGS } from './kernels';
import { pieceLengths, type Settings } from './settings';

/** Short sequences first, or, as the control, every batch as likely as any other. */
export type Policy = 'short-first' | 'equal';
export const POLICIES: readonly Policy[] = ['short-first', 'equal'];

/** One training of a data set. */
export interface Training {
  readonly policy: Policy;
  readonly seed: number;
  /** Batches of one cycle by bucket; a batch of any bucket has C tokens. */
  readonly batches: readonly number[];
  /** Weight by bucket in the draw. */
  readonly weights: readonly number[];
}

const THREADS = 32;
/** Trainings of one data set under one policy, which differ in their draws alone. */
const REPEATS = 8;

/** Several trainings of each data set under each policy. */
export function trainingsOf(dataSets: readonly DataSet[], settings: Settings): readonly Training[] {
  const { cycles, maxLog2, seed } = settings;
  return dataSets.flatMap(({ pieceCounts }, replica) =>
    POLICIES.flatMap((policy) => {
      const perBatch = pieceLengths(settings).map((length) => 2 ** maxLog2 / length);
      const batches = perBatch.map((sequences, bucket) => Math.floor((pieceCounts[bucket] ?? 0) / sequences / cycles));
      // Odds that halve from one bucket to the next longer one, times the batches that there are.
      const weights = batches.map((count, bucket) => count * (policy === 'equal' ? 1 : (perBatch[bucket] ?? NaN)));
      return Array.from({ length: REPEATS }, (_, repeat) => ({ policy, seed: seed + REPEATS * replica + repeat, batches, weights }));
    }),
  );
}

/** Buckets in the order in which each training draws them. */
export async function drawCurriculum(bench: Bench, trainings: readonly Training[], cycles: number): Promise<readonly (readonly number[])[]> {
  const { arena, gpu, signal } = bench;
  const steps = trainings.map(({ batches }) => cycles * batches.reduce((sum, count) => sum + count, 0));
  const capacity = Math.max(1, ...steps);
  const buckets = trainings[0]?.batches.length ?? 0;
  const picks = await arena.storage('curriculum', 4 * trainings.length * capacity);
  const resources = [
    ...(await arena.uniforms('draws', [Uint32Array.of(trainings.length, buckets, cycles, capacity).buffer])),
    await arena.upload('curriculum seeds', Uint32Array.from(trainings, ({ seed }) => seed)),
    await arena.upload('batches', Uint32Array.from(trainings.flatMap(({ batches }) => batches))),
    await arena.upload('weights', Uint32Array.from(trainings.flatMap(({ weights }) => weights))),
    picks,
  ];
  const setup = { name: 'draw_curriculum', constants: { threads: THREADS }, bindings: KERNEL_BINDINGS.draw_curriculum };
  await runPasses(gpu, [await passOf(bench, setup, resources, [Math.ceil(trainings.length / THREADS), 1, 1])], signal);
  const [bytes] = await arena.read([picks], signal);
  const drawn = new Uint32Array(bytes ?? new ArrayBuffer(0));
  return steps.map((count, training) => Array.from(drawn.subarray(training * capacity, training * capacity + count)));
}
