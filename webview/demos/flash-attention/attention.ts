import type { Bench } from '../../gpu/bench';
import { bind, flopsPerSubmit, runPasses, splitRows, type Pass, type RowRange } from '../../gpu/passes';
import type { PipelineRequest } from '../../gpu/pipelines';
import { packBlockMask } from './block-mask';
import type { Accesses } from './counts';
import type { Inputs } from './inputs';
import { KERNEL_BINDINGS, KERNELS, type KernelName } from './kernels';
import type { AttentionShape } from './shape';

/** Three ways to the same result. */
export type Variant = 'naive' | 'online' | 'flash';
export const VARIANTS: readonly Variant[] = ['naive', 'online', 'flash'];
export const VARIANT_NAMES: Readonly<Record<Variant, string>> = { naive: 'naive, three kernels', online: 'online softmax', flash: 'tiled' };

interface Operands {
  readonly q: GPUBuffer;
  readonly k: GPUBuffer;
  readonly v: GPUBuffer;
  readonly o: GPUBuffer;
  readonly mask: GPUBuffer;
  readonly counters: GPUBuffer;
  readonly visits: GPUBuffer;
}

/** Workgroup sizes of the kernels in which rows are independent. */
const THREADS = { scores: 64, softmax_rows: 64, pv: 64, attn_online: 16 } as const;
/**
 * Workgroup size of the instrumented tiled kernel, which serves every tile height with one pipeline:
 * a software adapter takes half a second to build it, for its workgroup memory.
 */
export const COUNTING_THREADS = 64;
/** Rows by which long work is split: a multiple of every tile height. */
const SPLIT_UNIT = 64;

/** Attention of one shape on the GPU: its operands, and the passes of each variant over them. */
export class Attention {
  private constructor(
    private readonly bench: Bench,
    readonly shape: AttentionShape,
    private readonly counting: boolean,
    private readonly operands: Operands,
    private readonly slices: readonly { readonly range: RowRange; readonly shape: GPUBufferBinding }[],
  ) {}

  /**
   * Uploads the operands.
   * @param counting whether to run the instrumented form of the same kernels
   */
  static async open(bench: Bench, shape: AttentionShape, inputs: Inputs, counting: boolean): Promise<Attention> {
    const { arena, gpu } = bench;
    const { rows, width, heads } = shape;
    const values = heads * rows * width;
    const packed = shape.mask === undefined ? undefined : packBlockMask(shape.mask);
    const tiles = Math.ceil(rows / shape.tileRows) * Math.ceil(rows / shape.tileKeys);
    const operands: Operands = {
      q: await arena.upload('q', inputs.q.subarray(0, values)),
      k: await arena.upload('k', inputs.k.subarray(0, values)),
      v: await arena.upload('v', inputs.v.subarray(0, values)),
      o: await arena.storage('o', 4 * values),
      mask: await arena.upload('block mask', packed?.words ?? new Uint32Array(1)),
      counters: await arena.storage('counters', 8),
      visits: await arena.storage('visits', counting ? 4 * tiles : 4),
    };
    const ranges = splitRows(rows, 4 * heads * rows * rows * width, SPLIT_UNIT, flopsPerSubmit(gpu));
    const uniforms = await arena.uniforms(
      'shape',
      ranges.map((range) => shapeBlock(shape, range, packed?.wordsPerRow ?? 0)),
    );
    const slices = uniforms.flatMap((uniform, index) => {
      const range = ranges[index];
      return range === undefined ? [] : [{ range, shape: uniform }];
    });
    return new Attention(bench, shape, counting, operands, slices);
  }

  /** Allocates the N×N scores of every head, which only the naive form needs. */
  allocateScores(): Promise<GPUBuffer> {
    const { rows, heads } = this.shape;
    return this.bench.arena.storage('scores', 4 * heads * rows * rows);
  }

  /** @param scores the score matrices, needed by the naive form alone */
  async passes(variant: Variant, scores?: GPUBuffer): Promise<readonly Pass[]> {
    const { q, k, v, o, visits } = this.operands;
    switch (variant) {
      case 'naive':
        if (scores === undefined) throw new TypeError('The naive form needs a score matrix.');
        return [
          await this.pass('scores', [q, k, scores], (rows) => [Math.ceil(this.shape.rows / THREADS.scores), rows, this.shape.heads]),
          await this.pass('softmax_rows', [scores], (rows) => [Math.ceil(rows / THREADS.softmax_rows), this.shape.heads, 1]),
          await this.pass('pv', [scores, v, o], (rows) => [Math.ceil((rows * this.shape.width) / 4 / THREADS.pv), this.shape.heads, 1]),
        ];
      case 'online':
        return [await this.pass('attn_online', [q, k, v, o], (rows) => [Math.ceil(rows / 2 / THREADS.attn_online), this.shape.heads, 1])];
      case 'flash':
        return [await this.pass('attn_flash', [q, k, v, o, visits], (rows) => [Math.ceil(rows / this.shape.tileRows), this.shape.heads, 1])];
    }
  }

  /** Runs the passes once over a cleared output and returns it as [heads, rows, width]. */
  async output(passes: readonly Pass[]): Promise<Float32Array> {
    const [output] = await this.runAndRead(passes, [this.operands.o]);
    return new Float32Array(output ?? new ArrayBuffer(0));
  }

  /** The same, with what the invocations of the instrumented form counted. */
  async countedOutput(passes: readonly Pass[]): Promise<{ readonly counted: Accesses; readonly output: Float32Array }> {
    const [output, counters] = await this.runAndRead(passes, [this.operands.o, this.operands.counters]);
    const [loads = 0, stores = 0] = new Uint32Array(counters ?? new ArrayBuffer(0));
    return { counted: { loads, stores }, output: new Float32Array(output ?? new ArrayBuffer(0)) };
  }

  /** Runs the passes of the instrumented tiled form once and returns the order of its visits. */
  async visits(passes: readonly Pass[]): Promise<Uint32Array> {
    const [visits] = await this.runAndRead(passes, [this.operands.visits]);
    return new Uint32Array(visits ?? new ArrayBuffer(0));
  }

  /** Gives the operands back before the run ends. */
  release(): void {
    for (const buffer of Object.values(this.operands) as readonly GPUBuffer[]) this.bench.arena.release(buffer);
    const uniform = this.slices[0]?.shape.buffer;
    if (uniform !== undefined) this.bench.arena.release(uniform);
  }

  /** Clears the outputs first, so that a kernel that writes nothing is found out. */
  private async runAndRead(passes: readonly Pass[], results: readonly GPUBuffer[]): Promise<readonly ArrayBuffer[]> {
    const { gpu, arena, signal } = this.bench;
    await gpu.submit('clear outputs', signal, (encoder) => {
      for (const buffer of results) encoder.clearBuffer(buffer);
    });
    await runPasses(gpu, passes, signal);
    return arena.read(results, signal);
  }

  private async pass(
    name: KernelName,
    own: readonly GPUBuffer[],
    workgroups: (rows: number) => readonly [number, number, number],
  ): Promise<Pass> {
    const { gpu, sources, signal } = this.bench;
    const kernel = await gpu.kernel(requestFor(sources, name, this.shape, this.counting), signal);
    const dispatches = await Promise.all(
      this.slices.map(async ({ range, shape }) => ({
        bindGroup: await bind(gpu, kernel, [shape, this.operands.mask, this.operands.counters, ...own]),
        workgroups: workgroups(range.end - range.first),
      })),
    );
    return { kernel, dispatches };
  }
}

/** Builds all pipelines that shapes of this width and tile need, side by side. */
export async function buildPipelines({ gpu, sources, signal }: Bench, shape: AttentionShape): Promise<void> {
  const requests = KERNELS.flatMap(({ name }) => [false, true].map((counting) => requestFor(sources, name, shape, counting)));
  await Promise.all(requests.map((request) => gpu.kernel(request, signal)));
}

function requestFor(sources: Bench['sources'], name: KernelName, { width, tileRows, tileKeys }: AttentionShape, counting: boolean): PipelineRequest {
  const size: Readonly<Record<string, number>> =
    name === 'attn_flash' ? { threads: counting ? COUNTING_THREADS : tileRows, tile_keys: tileKeys } : { threads: THREADS[name] };
  return {
    kernel: name,
    source: sources[name] ?? '',
    entryPoint: 'main',
    constants: { depth: width / 4, counting: Number(counting), ...size },
    bindings: KERNEL_BINDINGS[name],
  };
}

/** The `Shape` struct of attention-common.wgsl. */
function shapeBlock({ rows, width, heads, causal, tileRows, tileKeys, mask }: AttentionShape, range: RowRange, maskWords: number): ArrayBuffer {
  const block = new ArrayBuffer(48);
  const head = [rows, heads, Number(causal), Number(mask !== undefined), range.first, range.end, tileRows];
  new Uint32Array(block).set([...head, mask?.tileRows ?? tileRows, mask?.tileKeys ?? tileKeys, maskWords]);
  new Float32Array(block)[10] = 1 / Math.sqrt(width);
  return block;
}
