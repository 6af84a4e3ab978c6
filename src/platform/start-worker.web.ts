import type { StartWorker } from './worker-transport';

/** A worker of the browser, from the file's text: a page may not start one from the address of an extension. */
export const startWorker: StartWorker = async (script, { onMessage, onEnd }) => {
  const url = URL.createObjectURL(new Blob([await script.read()], { type: 'text/javascript' }));
  const worker = new Worker(url, { name: 'lectern' });
  worker.onmessage = ({ data }: MessageEvent<unknown>) => onMessage(data);
  // Such an error may be an exception that it would survive; after one of ours nothing of it is trusted.
  worker.onerror = (event) => {
    worker.terminate();
    onEnd(event.message);
  };
  return {
    post: (request, given) => worker.postMessage(request, [...given]),
    end() {
      worker.terminate();
      URL.revokeObjectURL(url);
    },
  };
};
