const MINUTE_MS = 60 * 1000;
const FIRST_RETRY_MS = 1000;
const FIRST_PAUSE_MS = 5 * MINUTE_MS;
const LONGEST_PAUSE_MS = 12 * 60 * MINUTE_MS;

/** Longest that a running check waits before it tries again; for more it ends, and the feed waits. */
export const LONGEST_RETRY_MS = MINUTE_MS;

/**
 * Pause before a request is made again: it doubles each time, and half of it is left to chance, so that many who failed at once do
 * not come back at once.
 *
 * @param retry zero for the first
 * @param random from 0 to 1
 */
export function retryDelayMs(retry: number, random: number): number {
  return Math.min(FIRST_RETRY_MS * 2 ** retry, LONGEST_RETRY_MS) * (0.5 + random / 2);
}

/**
 * Pause of a feed after checks that failed: from five minutes, doubling, up to twelve hours; half of it is left to chance.
 *
 * @param failures checks in a row that failed, at least one
 * @param random from 0 to 1
 */
export function feedPauseMs(failures: number, random: number): number {
  return Math.min(FIRST_PAUSE_MS * 2 ** (failures - 1), LONGEST_PAUSE_MS) * (0.5 + random / 2);
}
