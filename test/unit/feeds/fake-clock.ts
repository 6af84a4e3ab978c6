import type { CancelSignal } from '../../../src/core/network/cancel';
import type { Clock } from '../../../src/core/network/clock';

/** A clock that stands still until somebody waits: then the time is at once as much later. */
export class FakeClock implements Clock {
  /** Every wait, in milliseconds. */
  readonly waits: number[] = [];

  constructor(private ms = Date.parse('2026-01-09T12:00:00Z')) {}

  now(): number {
    return this.ms;
  }

  wait(ms: number, cancel?: CancelSignal): Promise<void> {
    this.waits.push(ms);
    if (cancel?.isCancellationRequested !== true) {
      this.ms += ms;
    }
    return Promise.resolve();
  }

  pass(ms: number): void {
    this.ms += ms;
  }
}

/** A cancellation that a test pulls. */
export class Cancel implements CancelSignal {
  isCancellationRequested = false;
  private readonly listeners = new Set<() => void>();

  onCancellationRequested(listener: () => void): { dispose(): void } {
    this.listeners.add(listener);
    return { dispose: () => void this.listeners.delete(listener) };
  }

  cancel(): void {
    this.isCancellationRequested = true;
    this.listeners.forEach((listener) => listener());
  }
}
