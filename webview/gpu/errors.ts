/** One line of a compiler's answer about a kernel. */
export interface CompileMessage {
  readonly severity: 'error' | 'warning' | 'info';
  /** From 1; 0 when the compiler names no place. */
  readonly line: number;
  /** From 1, in UTF-16 code units; 0 when the compiler names no place. */
  readonly column: number;
  readonly text: string;
}

/** A failure written for the reader: what went wrong, in which kernel, and what to do. */
export class GpuError extends Error {
  override readonly name = 'GpuError';

  /**
   * @param kernel the kernel or buffer at fault; `undefined` when the failure belongs to none
   * @param compileMessages the compiler's messages when the kernel did not compile, else empty
   */
  constructor(
    message: string,
    readonly kernel?: string,
    readonly compileMessages: readonly CompileMessage[] = [],
  ) {
    super(message);
  }
}

const FILTERS = ['validation', 'out-of-memory', 'internal'] as const;

/**
 * Runs `action` inside the three error scopes of WebGPU.
 * Only what `action` does before its first `await` is inside them.
 * @throws GpuError naming `what` when the device reports an error
 */
export async function withErrorScopes<T>(device: GPUDevice, what: string, action: () => T): Promise<T> {
  for (const filter of FILTERS) device.pushErrorScope(filter);
  let popped: Promise<GPUError | null>[] = [];
  let value: T;
  try {
    value = action();
  } finally {
    // A scope that cannot be popped means a lost device, which is reported by its own promise.
    popped = FILTERS.map(() => device.popErrorScope().catch(() => null));
  }
  const errors = await Promise.all(popped);
  const error = errors.find((found) => found !== null);
  if (error) throw describe(error, what);
  return value;
}

function describe(error: GPUError, what: string): GpuError {
  if (error instanceof GPUOutOfMemoryError) {
    return new GpuError(`There is not enough GPU memory for “${what}”. Choose a smaller size.`, what);
  }
  const kind = error instanceof GPUValidationError ? 'The GPU rejected' : 'The GPU driver failed on';
  return new GpuError(`${kind} “${what}”: ${error.message}`, what);
}
