import { Worker } from 'node:worker_threads';
import type { StartWorker } from './worker-transport';

/** What a hostile import may take before it is stopped; an index of 100,000 papers takes a tenth of it. */
const MEMORY_LIMIT_MB = 1_024;

/** Of short-lived objects. The usual 48 stay taken once they were, and give no more speed than this. */
const YOUNG_LIMIT_MB = 12;

/** A thread of Node; `start-worker.web.ts` stands for this file in the web build. */
export const startWorker: StartWorker = ({ path }, { onMessage, onEnd }) => {
  if (path === undefined) {
    return Promise.reject(new TypeError('The worker is not a file of this machine.'));
  }
  // Without the host's own arguments, such as a debugger's port that is taken.
  const worker = new Worker(path, { name: 'lectern', execArgv: [], resourceLimits: { maxOldGenerationSizeMb: MEMORY_LIMIT_MB, maxYoungGenerationSizeMb: YOUNG_LIMIT_MB } });
  let ended = false;
  const endOnce = (reason: string): void => {
    if (!ended) {
      ended = true;
      onEnd(reason);
    }
  };
  worker.on('message', onMessage);
  worker.on('error', (error) => endOnce(error.stack ?? error.message));
  worker.on('exit', (code) => endOnce(`it exited with code ${code}`));
  return Promise.resolve({
    post: (request, given) => worker.postMessage(request, given),
    end() {
      ended = true;
      void worker.terminate();
    },
  });
};
