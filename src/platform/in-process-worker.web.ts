import type { StartWorker } from './worker-transport';

/**
 * Does a worker's work in the host, one request at a time with a pause before each, where there are no workers.
 * Digests are not read, claims not found and papers not exported: what does so is in the worker's file alone.
 */
export const startInProcess: StartWorker = async (_script, { onMessage }) => {
  const { WorkerHandler } = await import('./worker-handler'); // Evaluated only where it is needed.
  const inWorkerOnly = (): never => {
    throw new Error('This is done in a worker, and this host has none.');
  };
  const handler = new WorkerHandler({ readBytes: inWorkerOnly, readOutline: inWorkerOnly, findClaims: inWorkerOnly, writePapers: inWorkerOnly });
  let ended = false;
  onMessage({ kind: 'ready' });
  return {
    post(request) {
      setTimeout(() => {
        if (!ended) {
          onMessage(handler.handle(request));
        }
      });
    },
    end: () => (ended = true),
  };
};
