import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 100;

/** Waits until what is read holds, for things that have no event to wait for, like a file. Fails with the last thing read. */
export async function eventually<T>(what: string, read: () => Promise<T>, holds: (value: T) => boolean, limitMs = 15_000): Promise<T> {
  const limit = Date.now() + limitMs;
  let value = await read();
  while (!holds(value)) {
    if (Date.now() > limit) assert.fail(`${what}: still not so after ${limitMs / 1000} s. Last read: ${JSON.stringify(value)}`);
    await sleep(POLL_MS);
    value = await read();
  }
  return value;
}
