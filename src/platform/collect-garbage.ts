/** Papers or documents worked on that leave so much behind that it is worth collecting. */
export const MUCH = 10_000;

/** More bytes than any process can address, so that none are ever taken. */
const UNADDRESSABLE = 2 ** 47;

/** By then whoever waited for the work has what it gave. */
const LATER_MS = 2_000;

let waiting: ReturnType<typeof setTimeout> | undefined;

/**
 * Has the engine give back soon what a large piece of work has left, over 200 MB for 100,000 papers. By itself it collects when
 * as much again is needed, and keeps the emptied pages for later, which on Node is for ever; an extension cannot ask it for more.
 * But where memory for a buffer cannot be had, it first gives back all it can, in about a third of a second.
 *
 * Source: `Heap::AllocateExternalBackingStore` in V8's `heap.cc`.
 */
export function collectGarbage(): void {
  clearTimeout(waiting);
  waiting = setTimeout(collect, LATER_MS);
}

function collect(): void {
  try {
    new ArrayBuffer(UNADDRESSABLE);
  } catch {
    // As expected.
  }
}
