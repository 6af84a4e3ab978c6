import type { WorkerReply } from '../protocol/worker';
import type { WorkerPort } from './worker-port';
import type { StartWorker } from './worker-transport';

/**
 * Does a worker's work in the host, one request at a time with a pause before each, where there are no workers. The worker's
 * own file is evaluated for it, as a browser's VS Code evaluates extensions themselves, and asked through a port that it is given.
 */
export const startInProcess: StartWorker = async (script, { onMessage }) => {
  const code = new TextDecoder().decode(await script.read());
  let listener: ((message: unknown) => void) | undefined;
  let ended = false;
  const port: WorkerPort = {
    post(message: WorkerReply) {
      if (!ended) {
        onMessage(message);
      }
    },
    listen: (onRequest) => (listener = onRequest),
  };
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- Lectern's own file, and the only way to load one here.
  const evaluate = new Function('lecternHostPort', code) as (port: WorkerPort) => void;
  evaluate(port);
  return {
    post(request) {
      setTimeout(() => {
        if (!ended) {
          listener?.(request);
        }
      });
    },
    end: () => (ended = true),
  };
};
