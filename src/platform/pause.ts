/** Lets everything else that waits have its turn, for some milliseconds. */
export function pause(ms = 0): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
