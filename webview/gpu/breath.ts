/** Longest stretch of computing between two breaths, so that the page stays alive and Stop answers. */
const STRETCH_MS = 20;

/** Lets the page live while the CPU computes: call `take` in the outer loop. */
export class Breath {
  private last = performance.now();

  constructor(private readonly signal: AbortSignal) {}

  /** Yields when it is time to. @throws the abort reason when the signal has aborted */
  async take(): Promise<void> {
    this.signal.throwIfAborted();
    if (performance.now() - this.last < STRETCH_MS) return;
    await new Promise((resolve) => setTimeout(resolve, 0));
    this.last = performance.now();
    this.signal.throwIfAborted();
  }
}
