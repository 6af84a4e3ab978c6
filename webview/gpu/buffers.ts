import type { Memory } from '../../src/core/runs/result';
import { GpuError, withErrorScopes } from './errors';
import type { Gpu } from './gpu';

/** Highest use of memory since the watch began. */
export interface PeakWatch {
  /** Peak bytes since the watch began, less the bytes in use when it began. */
  readonly extraBytes: number;
}

const STORAGE = GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC | GPUBufferUsage.COPY_DST;

/**
 * The GPU buffers of one run: each has a label, all are counted, all are destroyed together.
 * A label may be used again for the next size; then its largest total counts.
 */
export class BufferArena {
  private readonly live = new Set<GPUBuffer>();
  private readonly bytesByLabel = new Map<string, number>();
  private readonly peakByLabel = new Map<string, number>();
  private readonly watches = new Set<{ peak: number }>();
  private readonly owned: { destroy(): void }[] = [];
  private staging: GPUBuffer | undefined;
  private bytes = 0;
  private peak = 0;

  constructor(private readonly gpu: Gpu) {}

  /**
   * A zeroed storage buffer of at least `bytes` bytes, rounded up to whole words.
   * @throws GpuError when the adapter allows no such buffer or memory is short
   */
  storage(label: string, bytes: number): Promise<GPUBuffer> {
    return this.allocate(label, bytes, STORAGE);
  }

  /** A storage buffer holding `data`. */
  async upload(label: string, data: Float32Array<ArrayBuffer> | Uint32Array<ArrayBuffer>): Promise<GPUBuffer> {
    const buffer = await this.storage(label, data.byteLength);
    this.gpu.device.queue.writeBuffer(buffer, 0, data);
    return buffer;
  }

  /** One uniform buffer holding several blocks, each bound by itself. */
  async uniforms(label: string, blocks: readonly ArrayBuffer[]): Promise<readonly GPUBufferBinding[]> {
    const slot = this.gpu.device.limits.minUniformBufferOffsetAlignment;
    const size = blocks[0]?.byteLength ?? 0;
    const stride = Math.ceil(size / slot) * slot;
    const buffer = await this.allocate(label, stride * blocks.length, GPUBufferUsage.UNIFORM | GPUBufferUsage.COPY_DST);
    return blocks.map((block, index) => {
      this.gpu.device.queue.writeBuffer(buffer, index * stride, block);
      return { buffer, offset: index * stride, size };
    });
  }

  /** A buffer for any other use. */
  async allocate(label: string, bytes: number, usage: GPUBufferUsageFlags): Promise<GPUBuffer> {
    const size = Math.max(4, Math.ceil(bytes / 4) * 4);
    const { limits } = this.gpu.device;
    const most = usage & GPUBufferUsage.STORAGE ? Math.min(limits.maxBufferSize, limits.maxStorageBufferBindingSize) : limits.maxBufferSize;
    if (size > most) {
      throw new GpuError(
        `Buffer “${label}” needs ${mebibytes(size)}, and this adapter allows ${mebibytes(most)} in one buffer. Choose a smaller size.`,
        label,
      );
    }
    const buffer = await withErrorScopes(this.gpu.device, label, () => this.gpu.device.createBuffer({ label, size, usage }));
    this.live.add(buffer);
    this.count(label, size);
    return buffer;
  }

  /** Destroys a buffer before the run ends. */
  release(buffer: GPUBuffer): void {
    if (!this.live.delete(buffer)) return;
    this.count(buffer.label, -buffer.size);
    buffer.destroy();
  }

  /** Keeps something that is no buffer, to destroy it with the rest. */
  own<T extends { destroy(): void }>(resource: T): T {
    this.owned.push(resource);
    return resource;
  }

  /** Copies buffers back in one submit. */
  async read(sources: readonly GPUBuffer[], signal: AbortSignal): Promise<readonly ArrayBuffer[]> {
    const total = sources.reduce((sum, source) => sum + source.size, 0);
    const staging = await this.stagingFor(total);
    const name = sources.map((source) => source.label).join(', ');
    await this.gpu.submit(name, signal, (encoder) => {
      let offset = 0;
      for (const source of sources) {
        encoder.copyBufferToBuffer(source, 0, staging, offset, source.size);
        offset += source.size;
      }
    });
    await this.gpu.finish(name, signal, staging.mapAsync(GPUMapMode.READ, 0, total));
    const mapped = staging.getMappedRange(0, total);
    let offset = 0;
    const copies = sources.map((source) => mapped.slice(offset, (offset += source.size)));
    staging.unmap();
    return copies;
  }

  watchPeak(): PeakWatch {
    const watch = { peak: this.bytes };
    const before = this.bytes;
    this.watches.add(watch);
    return {
      get extraBytes() {
        return watch.peak - before;
      },
    };
  }

  memory(): Memory {
    return { peakBytes: this.peak, buffers: Object.fromEntries(this.peakByLabel) };
  }

  destroy(): void {
    for (const buffer of this.live) buffer.destroy();
    for (const resource of this.owned) resource.destroy();
    this.live.clear();
    this.owned.length = 0;
  }

  private async stagingFor(bytes: number): Promise<GPUBuffer> {
    if (this.staging !== undefined && this.staging.size >= bytes && this.staging.mapState === 'unmapped') return this.staging;
    if (this.staging !== undefined) this.release(this.staging);
    this.staging = await this.allocate('readback', bytes, GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST);
    return this.staging;
  }

  private count(label: string, change: number): void {
    const ofLabel = (this.bytesByLabel.get(label) ?? 0) + change;
    this.bytes += change;
    this.bytesByLabel.set(label, ofLabel);
    this.peak = Math.max(this.peak, this.bytes);
    this.peakByLabel.set(label, Math.max(this.peakByLabel.get(label) ?? 0, ofLabel));
    for (const watch of this.watches) watch.peak = Math.max(watch.peak, this.bytes);
  }
}

/** Runs `use` with an arena and destroys every buffer of it at the end, however it ends. */
export async function withArena<T>(gpu: Gpu, use: (arena: BufferArena) => Promise<T>): Promise<T> {
  const arena = new BufferArena(gpu);
  try {
    return await use(arena);
  } finally {
    arena.destroy();
  }
}

function mebibytes(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(1)} MiB`;
}
