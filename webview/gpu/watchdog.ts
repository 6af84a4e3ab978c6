import { GpuError } from './errors';

/** Why a device is gone. `destroyed`: by us; `unknown`: by the driver, the system or the browser. */
export interface GpuLoss {
  readonly reason: GPUDeviceLostReason;
  readonly message: string;
}

/** What may end the waiting for the GPU early. */
export interface Patience {
  readonly timeLimitMs: number;
  /** Aborts with a `GpuLoss` as its reason. */
  readonly lost: AbortSignal;
  readonly signal: AbortSignal;
  /** What the reader can do after the limit has passed. */
  readonly advice: string;
  /** Called when the limit has passed, before the promise rejects. */
  giveUp(): void;
}

/**
 * Waits for the GPU's work, but not for ever: an endless loop on a software adapter is never
 * reported as a lost device, its promises just stay pending.
 * @throws the abort reason when the signal aborts, GpuError when the limit passes or the device is lost
 */
export async function awaitGpu<T>(work: Promise<T>, kernel: string, patience: Patience): Promise<T> {
  const { lost, signal, timeLimitMs } = patience;
  const over = new AbortController();
  try {
    return await new Promise<T>((resolve, reject) => {
      const stop = (): void => reject(signal.reason as Error);
      const lose = (): void => reject(lostDevice(lost.reason as GpuLoss, kernel));
      const timer = setTimeout(() => {
        reject(didNotFinish(kernel, patience));
        patience.giveUp();
      }, timeLimitMs);
      over.signal.addEventListener('abort', () => clearTimeout(timer));
      signal.addEventListener('abort', stop, { signal: over.signal });
      lost.addEventListener('abort', lose, { signal: over.signal });
      if (signal.aborted) stop();
      if (lost.aborted) lose();
      work.then(resolve, reject);
    });
  } finally {
    over.abort();
  }
}

/** @param kernel what was running; absent when nothing was */
export function lostDevice(loss: GpuLoss, kernel?: string): GpuError {
  const during = kernel === undefined ? '' : ` while “${kernel}” was running`;
  const why = loss.message === '' ? '' : ` (${loss.message})`;
  return new GpuError(
    loss.reason === 'destroyed'
      ? `The GPU device was closed${during}. Run again to open a new one.`
      : `The graphics driver gave up the device${during}${why}. Lower the size and run again; a new device is opened.`,
    kernel,
  );
}

function didNotFinish(kernel: string, { timeLimitMs, advice }: Patience): GpuError {
  return new GpuError(
    `Kernel “${kernel}” did not finish within ${String(timeLimitMs / 1000)} s and was given up. ` +
      `Look for a loop that never ends, or lower the size. ${advice}`,
    kernel,
  );
}
