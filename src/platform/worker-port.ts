import type { WorkerReply } from '../protocol/worker';

/** The worker's end of the messages with the host. */
export interface WorkerPort {
  post(message: WorkerReply): void;
  listen(onMessage: (message: unknown) => void): void;
}

/** A host without workers evaluates the worker's file itself and gives it this. */
declare const lecternHostPort: WorkerPort | undefined;

/** The port of the worker that this runs in: of a browser, a thread of Node, or the host itself. */
export async function workerPort(): Promise<WorkerPort> {
  if (typeof lecternHostPort !== 'undefined') {
    return lecternHostPort;
  }
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
