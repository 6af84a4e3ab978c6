import type { AdapterFacts } from '../../src/core/runs/result';
import { adapterFacts, deviceRequest } from './adapter';
import { GpuError, withErrorScopes } from './errors';
import { PipelineCache, type ComputeKernel, type PipelineRequest } from './pipelines';
import { explainUnavailable, platformOf, type GpuUnavailable } from './unavailable';
import { awaitGpu, lostDevice, type GpuLoss } from './watchdog';

/** How long one submit may take before the device is given up, unless the page says otherwise. */
const TIME_LIMIT_MS = 10_000;

/**
 * Devices given up while they compute on a software adapter. Destroying one, or letting the garbage
 * collector do it, blocks the browser's GPU process for as long as the loop runs, which may be for
 * ever. Kept alive it costs a processor core, and a new device can be opened beside it, though it has
 * to share the worker threads with the loop (tried with Chromium 156 and SwiftShader).
 */
const abandoned = new Set<GPUDevice>();

export interface OpenOptions {
  /** Longest time one submit may take, in milliseconds; 10 s when absent. */
  readonly timeLimitMs?: number;
}

/**
 * Opens the best adapter of this machine. Call it again after `lost` to get a new device.
 * Never throws: no GPU is a normal state, told apart with `instanceof Gpu`.
 */
export async function openGpu(options: OpenOptions = {}): Promise<Gpu | GpuUnavailable> {
  const platform = platformOf(navigator.userAgent);
  const webgpu = navigator.gpu as GPU | undefined;
  if (webgpu === undefined) return explainUnavailable(isSecureContext ? 'no-webgpu' : 'insecure-context', platform);
  const adapter =
    (await requestAdapter(webgpu, { powerPreference: 'high-performance' })) ??
    (await requestAdapter(webgpu, { forceFallbackAdapter: true }));
  if (adapter === null) return explainUnavailable('no-adapter', platform);
  try {
    const device = await adapter.requestDevice(deviceRequest(adapter));
    return new Gpu(device, adapterFacts(adapter.info, device), options.timeLimitMs ?? TIME_LIMIT_MS);
  } catch (error) {
    return explainUnavailable('device-failed', platform, error instanceof Error ? error.message : String(error));
  }
}

/** Some browsers reject where the standard says `null`; both mean that there is none. */
async function requestAdapter(webgpu: GPU, options: GPURequestAdapterOptions): Promise<GPUAdapter | null> {
  try {
    return await webgpu.requestAdapter(options);
  } catch {
    return null;
  }
}

/** An open GPU device: its facts, its pipelines, and the only way to wait for its work. */
export class Gpu {
  /** Resolves once, when the device is gone for whatever reason. */
  readonly lost: Promise<GpuLoss>;
  private readonly pipelines: PipelineCache;
  private readonly failureListeners = new Set<(error: GpuError) => void>();
  /** Aborts, with the loss as its reason, at the moment `lost` resolves. */
  private readonly loss = new AbortController();
  private readonly resolveLost: (loss: GpuLoss) => void;

  constructor(
    readonly device: GPUDevice,
    readonly facts: AdapterFacts,
    readonly timeLimitMs: number,
  ) {
    this.pipelines = new PipelineCache(device);
    let resolveLost: (loss: GpuLoss) => void = () => undefined;
    this.lost = new Promise((resolve) => (resolveLost = resolve));
    this.resolveLost = resolveLost;
    void device.lost.then(({ reason, message }) => {
      this.lose({ reason, message });
    });
    device.addEventListener('uncapturederror', (event) => {
      this.fail(new GpuError(`The GPU reported an error: ${event.error.message}`));
    });
  }

  get isLost(): boolean {
    return this.loss.signal.aborted;
  }

  get hasTimestamps(): boolean {
    return this.device.features.has('timestamp-query');
  }

  /** Compiles a kernel, or returns it from the cache. */
  kernel(request: PipelineRequest, signal: AbortSignal): Promise<ComputeKernel> {
    return this.finish(request.kernel, signal, this.pipelines.get(request));
  }

  /** Encodes and submits commands, then waits until the GPU has done them. */
  async submit(kernel: string, signal: AbortSignal, encode: (encoder: GPUCommandEncoder) => void): Promise<void> {
    signal.throwIfAborted();
    if (this.isLost) throw lostDevice(this.loss.signal.reason as GpuLoss, kernel);
    const checked = withErrorScopes(this.device, kernel, () => {
      const encoder = this.device.createCommandEncoder({ label: kernel });
      encode(encoder);
      this.device.queue.submit([encoder.finish()]);
    });
    const done = this.device.queue.onSubmittedWorkDone();
    await this.finish(kernel, signal, Promise.all([checked, done]));
  }

  /** Waits for any work of the GPU under the watchdog; Stop and a lost device end the waiting. */
  finish<T>(kernel: string, signal: AbortSignal, work: Promise<T>): Promise<T> {
    return awaitGpu(work, kernel, {
      timeLimitMs: this.timeLimitMs,
      lost: this.loss.signal,
      signal,
      advice: this.facts.software
        ? 'A software adapter goes on computing it in the background: if the next run does not finish either, restart VS Code or the browser.'
        : 'Run again to open a new device.',
      giveUp: () => {
        this.abandon();
      },
    });
  }

  /** Tells of errors that no error scope caught and of the loss of the device. Returns how to stop listening. */
  onDidFail(listener: (error: GpuError) => void): () => void {
    this.failureListeners.add(listener);
    return () => this.failureListeners.delete(listener);
  }

  /** Closes the device; whatever waits for it is rejected. */
  destroy(): void {
    this.device.destroy();
  }

  private abandon(): void {
    if (this.facts.software) abandoned.add(this.device);
    else this.device.destroy();
    this.lose({ reason: 'destroyed', message: 'A kernel did not finish.' });
  }

  private lose(loss: GpuLoss): void {
    if (this.isLost) return;
    this.loss.abort(loss);
    this.resolveLost(loss);
    this.fail(lostDevice(loss));
  }

  private fail(error: GpuError): void {
    for (const listener of this.failureListeners) listener(error);
  }
}
