import type { Timing } from '../../src/core/runs/result';
import type { BufferArena } from './buffers';
import type { Gpu } from './gpu';
import { encodeDispatch, type Dispatch, type Pass } from './passes';
import type { ComputeKernel } from './pipelines';

export type ClockMethod = 'timestamp-query' | 'wall';

/** Times of one kernel over its whole input. */
export interface PassTimes {
  readonly kernel: string;
  readonly samplesMs: readonly number[];
  readonly method: ClockMethod;
}

/** Where the GPU writes the beginning and the end of a pass. */
interface Stamps {
  readonly set: GPUQuerySet;
  readonly resolved: GPUBuffer;
  readonly staging: GPUBuffer;
}

const WARM_UPS = 2;
const MOST_WARM_UPS = 6;
const SAMPLES = 5;
/** Browsers round timestamps to this many nanoseconds against fingerprinting. */
const COARSE_NS = 100_000n;
/** Length below which a coarse clock says too little, so that the kernel is repeated. */
const LONG_ENOUGH_MS = 5;
const MOST_REPEATS = 1000;
/** Growth of the repeats from one warm-up to the next, since a first guess comes from a coarse clock. */
const MOST_GROWTH = 20;

/** Measures kernels with the GPU's clock where it has one, else with the page's. */
export class GpuClock {
  private coarse = true;
  private trusted = true;

  private constructor(
    private readonly gpu: Gpu,
    private readonly emptySubmitMs: number,
    private stamps: Stamps | undefined,
  ) {}

  /** @param method `wall` to do without the GPU's clock even where there is one */
  static async open(gpu: Gpu, arena: BufferArena, signal: AbortSignal, method?: ClockMethod): Promise<GpuClock> {
    const emptySubmitMs = await timeEmptySubmit(gpu, signal);
    if (method === 'wall' || !gpu.hasTimestamps) return new GpuClock(gpu, emptySubmitMs, undefined);
    return new GpuClock(gpu, emptySubmitMs, {
      set: arena.own(gpu.device.createQuerySet({ label: 'timestamps', type: 'timestamp', count: 2 })),
      resolved: await arena.allocate('timestamps', 16, GPUBufferUsage.QUERY_RESOLVE | GPUBufferUsage.COPY_SRC),
      staging: await arena.allocate('timestamps', 16, GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST),
    });
  }

  get method(): ClockMethod {
    return this.stamps === undefined ? 'wall' : 'timestamp-query';
  }

  /**
   * Runs the passes in order: at least two warm-ups, then five samples. Repeated passes compute
   * again on their own output, so results are to be taken from a run without a clock.
   */
  async time(passes: readonly Pass[], signal: AbortSignal): Promise<readonly PassTimes[]> {
    const times = await this.sample(passes, signal);
    if (this.trusted || this.stamps === undefined) return times;
    // Timestamps that run backwards are worth nothing: what they measured is dropped.
    this.stamps = undefined;
    return this.sample(passes, signal);
  }

  private async sample(passes: readonly Pass[], signal: AbortSignal): Promise<readonly PassTimes[]> {
    const subjects = passes.map((pass) => ({ pass, repeats: 1, long: false, samplesMs: [] as number[] }));
    for (let round = 0; round < WARM_UPS || (round < MOST_WARM_UPS && subjects.some(({ long }) => !long)); round += 1) {
      for (const subject of subjects) {
        const elapsedMs = await this.elapsed(subject.pass, subject.repeats, signal);
        // A pass in several dispatches was split because it is long.
        const fine = this.stamps !== undefined && !this.coarse;
        subject.long = fine || subject.pass.dispatches.length > 1 || elapsedMs >= LONG_ENOUGH_MS || subject.repeats >= MOST_REPEATS;
        if (!subject.long) subject.repeats = lengthened(subject.repeats, elapsedMs);
      }
    }
    for (let round = 0; round < SAMPLES; round += 1) {
      for (const { pass, repeats, samplesMs } of subjects) samplesMs.push((await this.elapsed(pass, repeats, signal)) / repeats);
    }
    return subjects.map(({ pass, samplesMs }) => ({ kernel: pass.kernel.name, samplesMs, method: this.method }));
  }

  private async elapsed({ kernel, dispatches }: Pass, repeats: number, signal: AbortSignal): Promise<number> {
    let sum = 0;
    for (const dispatch of dispatches) {
      sum +=
        this.stamps === undefined
          ? await this.byPageClock(kernel, dispatch, repeats, signal)
          : await this.byGpuClock(this.stamps, kernel, dispatch, repeats, signal);
    }
    return sum;
  }

  private async byGpuClock(stamps: Stamps, kernel: ComputeKernel, dispatch: Dispatch, repeats: number, signal: AbortSignal): Promise<number> {
    const { set, resolved, staging } = stamps;
    await this.gpu.submit(kernel.name, signal, (encoder) => {
      encodeDispatch(encoder, kernel, dispatch, repeats, { querySet: set, beginningOfPassWriteIndex: 0, endOfPassWriteIndex: 1 });
      encoder.resolveQuerySet(set, 0, 2, resolved, 0);
      encoder.copyBufferToBuffer(resolved, 0, staging, 0, 16);
    });
    await this.gpu.finish(kernel.name, signal, staging.mapAsync(GPUMapMode.READ));
    const [begin = 0n, end = 0n] = new BigUint64Array(staging.getMappedRange().slice(0));
    staging.unmap();
    if (begin % COARSE_NS !== 0n || end % COARSE_NS !== 0n) this.coarse = false;
    if (end < begin || end === 0n) this.trusted = false;
    return Number(end - begin) / 1e6;
  }

  private async byPageClock(kernel: ComputeKernel, dispatch: Dispatch, repeats: number, signal: AbortSignal): Promise<number> {
    const before = performance.now();
    await this.gpu.submit(kernel.name, signal, (encoder) => {
      encodeDispatch(encoder, kernel, dispatch, repeats);
    });
    return Math.max(0, performance.now() - before - this.emptySubmitMs);
  }
}

/** Median and spread of samples, as runs record them. */
export function summariseTimes(name: string, samplesMs: readonly number[], method: Timing['method']): Timing {
  return {
    name,
    samples: samplesMs.length,
    medianMs: median(samplesMs),
    minMs: Math.min(...samplesMs),
    maxMs: Math.max(...samplesMs),
    method,
  };
}

/** The middle value, the mean of the two middle ones when there is no single one; NaN of nothing. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? NaN;
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? NaN;
  return (upper + lower) / 2;
}

function lengthened(repeats: number, elapsedMs: number): number {
  const growth = Math.min(MOST_GROWTH, (1.1 * LONG_ENOUGH_MS) / Math.max(elapsedMs, 0.1));
  return Math.min(MOST_REPEATS, Math.ceil(repeats * growth));
}

async function timeEmptySubmit(gpu: Gpu, signal: AbortSignal): Promise<number> {
  const samplesMs: number[] = [];
  for (let round = 0; round < SAMPLES; round += 1) {
    const before = performance.now();
    await gpu.submit('empty submit', signal, () => undefined);
    samplesMs.push(performance.now() - before);
  }
  return median(samplesMs);
}
