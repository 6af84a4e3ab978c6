import { Queue } from './queue';

const queues = new Map<string, { readonly queue: Queue; waiting: number }>();

/** Runs asynchronous work of this window on one thing, such as a file, one after another; other things do not wait. */
export async function inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
  const entry = queues.get(key) ?? { queue: new Queue(), waiting: 0 };
  queues.set(key, entry);
  entry.waiting++;
  try {
    return await entry.queue.run(work);
  } finally {
    entry.waiting--;
    if (entry.waiting === 0) {
      queues.delete(key);
    }
  }
}
