/** Stands in for the native module `native-watchdog`: ends this process when the server that started it is gone. */
const POLL_MS = 1000;
const PARENT_GONE = 87;

export function start(parent: number): void {
  setInterval(() => {
    try {
      process.kill(parent, 0);
    } catch {
      process.exit(PARENT_GONE);
    }
  }, POLL_MS).unref();
}
