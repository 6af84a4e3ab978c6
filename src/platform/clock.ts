import type { Clock } from '../core/network/clock';

/** The clock of the machine. */
export const SYSTEM_CLOCK: Clock = {
  now: () => Date.now(),
  wait: (ms, cancel) =>
    new Promise((resolve) => {
      if (cancel?.isCancellationRequested === true) {
        resolve();
        return;
      }
      const timer = setTimeout(done, ms);
      const cancelling = cancel?.onCancellationRequested(done);
      function done(): void {
        clearTimeout(timer);
        cancelling?.dispose();
        resolve();
      }
    }),
};
