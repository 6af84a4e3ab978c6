import type { CancelSignal } from './cancel';

/** The time and waiting, injected so that tests need neither. */
export interface Clock {
  /** Milliseconds since 1970, UTC. */
  now(): number;
  /** Resolves after `ms` milliseconds, or as soon as it is cancelled. */
  wait(ms: number, cancel?: CancelSignal): Promise<void>;
}
