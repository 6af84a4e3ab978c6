import { Gpu, openGpu, type OpenOptions } from '../../../webview/gpu/gpu';

let shared: Gpu | undefined;

/** The device that most suites share; a new one when the last is gone. */
export async function sharedGpu(): Promise<Gpu> {
  if (shared === undefined || shared.isLost) shared = await openOrThrow();
  return shared;
}

export async function openOrThrow(options: OpenOptions = {}): Promise<Gpu> {
  const gpu = await openGpu(options);
  if (!(gpu instanceof Gpu)) throw new Error(`${gpu.reason} ${gpu.advice.join(' ')}`);
  return gpu;
}

/** A signal that never aborts. */
export function untilDone(): AbortSignal {
  return new AbortController().signal;
}
