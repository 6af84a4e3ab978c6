import type { WorkerReply } from '../protocol/worker';

/** The worker's end of the messages with the host. */
export interface WorkerPort {
  post(message: WorkerReply): void;
  listen(onMessage: (message: unknown) => void): void;
}

/** The port of the worker that this runs in: of a browser, or a thread of Node. */
export async function workerPort(): Promise<WorkerPort> {
  if ('importScripts' in globalThis) {
    return {
      post: (message) => globalThis.postMessage(message),
      listen: (onMessage) => globalThis.addEventListener('message', ({ data }: MessageEvent<unknown>) => onMessage(data)),
    };
  }
  const { parentPort } = await import('node:worker_threads');
  if (!parentPort) {
    throw new TypeError('This file is for a worker; it was run as a program.');
  }
  return { post: (message) => parentPort.postMessage(message), listen: (onMessage) => parentPort.on('message', onMessage) };
}
