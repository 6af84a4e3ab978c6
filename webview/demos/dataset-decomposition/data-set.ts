import { passOf, type Bench } from '../../gpu/bench';
import { runTogether, type Pass } from '../../gpu/passes';
import { KERNEL_BINDINGS } from './kernels';
import type { Buckets } from './settings';

/** What became of one data set. All integers, so that GPU and reference are equal or wrong. */
export interface DataSet {
  /** Pieces by bucket, shortest bucket first. */
  readonly pieceCounts: Uint32Array;
  /** Tokens of all documents. */
  readonly tokens: number;
  /** Pieces as pairs (document, first token), bucket after bucket, in the order of documents. */
  readonly pieces: Uint32Array;
  /** By chunk of the concatenated documents: pairs (documents in it, causal pairs within one document). */
  readonly chunks: Uint32Array;
}

const THREADS = 64;
/** `BLOCK` of data-set.wgsl. */
const BLOCK = 64;

/** Decomposes several data sets of equally many documents side by side, and cuts their concatenations into chunks. */
export async function decompose(bench: Bench, dataSets: readonly Uint32Array[], buckets: Buckets): Promise<readonly DataSet[]> {
  const { arena, gpu, signal } = bench;
  const replicas = dataSets.length;
  const docs = dataSets[0]?.length ?? 0;
  if (docs === 0) return dataSets.map(() => ({ pieceCounts: new Uint32Array(bucketCount(buckets)), tokens: 0, pieces: new Uint32Array(), chunks: new Uint32Array() }));

  const blocks = Math.ceil(docs / BLOCK);
  const columns = bucketCount(buckets) + 1;
  const lengths = await arena.upload('document lengths', joined(dataSets));
  const counts = await arena.storage('piece counts', 4 * replicas * columns * blocks);
  const totals = await arena.storage('totals', 4 * replicas * columns);
  const kernel = async (name: keyof typeof KERNEL_BINDINGS, resources: Parameters<typeof passOf>[2], count: number): Promise<Pass> =>
    passOf(bench, { name, constants: { threads: THREADS }, bindings: KERNEL_BINDINGS[name] }, resources, [Math.ceil(count / THREADS), replicas, 1]);
  const sizes = [docs, blocks, replicas, buckets.minLog2, buckets.maxLog2] as const;

  const [counting = noUniform()] = await arena.uniforms('data sets', [block([...sizes, 0, 0])]);
  await runTogether(gpu, 'count pieces', [await kernel('count_pieces', [counting, lengths, counts], blocks), await kernel('scan_counts', [counting, counts, totals], columns)], signal);
  const [totalBytes] = await arena.read([totals], signal);
  const found = split(new Uint32Array(totalBytes ?? new ArrayBuffer(0)), replicas);

  // Room for the pieces and chunks that were counted, at least one of each.
  const tokensOf = (total: Uint32Array): number => total[columns - 1] ?? 0;
  const capacity = Math.max(1, ...found.map((total) => sum(total.subarray(0, columns - 1))));
  const room = Math.max(1, ...found.map((total) => chunksOf(tokensOf(total), buckets)));
  const pieces = await arena.storage('pieces', 8 * replicas * capacity);
  const starts = await arena.storage('document starts', 4 * replicas * docs);
  const stats = await arena.storage('chunk statistics', 8 * replicas * room);
  const [placing = noUniform()] = await arena.uniforms('data sets', [block([...sizes, capacity, room])]);
  await runTogether(
    gpu,
    'place pieces',
    [await kernel('place_pieces', [placing, lengths, counts, totals, pieces, starts], blocks), await kernel('chunk_stats', [placing, lengths, starts, totals, stats], room)],
    signal,
  );
  const [pieceBytes, statBytes] = await arena.read([pieces, stats], signal);
  const allPieces = split(new Uint32Array(pieceBytes ?? new ArrayBuffer(0)), replicas);
  const allStats = split(new Uint32Array(statBytes ?? new ArrayBuffer(0)), replicas);
  for (const buffer of [lengths, counts, totals, pieces, starts, stats]) arena.release(buffer);
  return found.map((total, replica) => {
    const pieceCounts = total.slice(0, columns - 1);
    return {
      pieceCounts,
      tokens: tokensOf(total),
      pieces: (allPieces[replica] ?? new Uint32Array()).slice(0, 2 * sum(pieceCounts)),
      chunks: (allStats[replica] ?? new Uint32Array()).slice(0, 2 * chunksOf(tokensOf(total), buckets)),
    };
  });
}

function bucketCount({ minLog2, maxLog2 }: Buckets): number {
  return maxLog2 - minLog2 + 1;
}

function chunksOf(tokens: number, { maxLog2 }: Buckets): number {
  return Math.floor(tokens / 2 ** maxLog2);
}

/** The `Data` struct of data-set.wgsl. */
function block(values: readonly number[]): ArrayBuffer {
  return Uint32Array.from([...values, 0]).buffer;
}

function joined(arrays: readonly Uint32Array[]): Uint32Array<ArrayBuffer> {
  const all = new Uint32Array(arrays.reduce((total, { length }) => total + length, 0));
  let at = 0;
  for (const array of arrays) {
    all.set(array, at);
    at += array.length;
  }
  return all;
}

function split(all: Uint32Array, parts: number): readonly Uint32Array[] {
  const length = all.length / parts;
  return Array.from({ length: parts }, (_, part) => all.subarray(part * length, (part + 1) * length));
}

function sum(values: Uint32Array): number {
  return values.reduce((total, value) => total + value, 0);
}

function noUniform(): never {
  throw new RangeError('A block of uniforms is missing.');
}
