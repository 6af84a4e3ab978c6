/** Work in small steps: it yields, about every 50 µs to 1 ms, where it may rest or be given up. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** How work rests between its slices. */
export interface Rest {
  /** Lets others work. A rejection gives the work up. */
  readonly rest: () => Promise<void>;
  /** Longest time of work without a rest, in milliseconds. */
  readonly sliceMs: number;
}

/** Items between two steps where an item is work of some microseconds. */
const ITEMS_OF_STEP = 64;

/** Works on one item after another. */
export function* forEach<Item>(items: Iterable<Item>, work: (item: Item, index: number) => void): Steps<void> {
  let index = 0;
  for (const item of items) {
    work(item, index++);
    if (index % ITEMS_OF_STEP === 0) {
      yield;
    }
  }
}

/** Does the work at once. */
export function runNow<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) {
      return step.value;
    }
  }
}

/** Does the work in slices, so that the thread stays free for others. */
export async function runInSlices<T>(steps: Steps<T>, { rest, sliceMs }: Rest): Promise<T> {
  for (let started = Date.now(); ; ) {
    const step = steps.next();
    if (step.done === true) {
      return step.value;
    }
    if (Date.now() - started >= sliceMs) {
      await rest();
      started = Date.now();
    }
  }
}
