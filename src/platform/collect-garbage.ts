/** Papers or documents that leave so much behind when they are loaded that it is worth collecting. */
export const MUCH = 10_000;

const RESERVED_BYTES = 128 * 2 ** 20;

/** A collection that began is over by then, also on a slow machine; the pages that it empties go back with the next one. */
const BETWEEN_MS = 2_000;
const TIMES = 2;

let collecting = false;

/**
 * Has the engine collect soon what a large piece of work has left, over a hundred MB. By itself it would do so when as much again
 * is needed, which may be never, and an extension cannot ask for it. But it begins a collection when much memory outside its heap is
 * reserved; nothing is written there, so none is taken of the machine.
 *
 * Source: `kExternalAllocationSoftLimit` in V8's `heap.h`: 64 MB since the last collection.
 */
export function collectGarbage(): void {
  if (!collecting) {
    collecting = true;
    void reserve().finally(() => (collecting = false));
  }
}

async function reserve(): Promise<void> {
  for (let time = 0; time < TIMES; time++) {
    await new Promise<void>((resolve) => setTimeout(resolve, BETWEEN_MS));
    try {
      new Uint8Array(RESERVED_BYTES);
    } catch {
      return; // There is not as much left: then the engine has collected already.
    }
  }
}
