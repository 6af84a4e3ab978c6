import type { StartWorker } from './worker-transport';

/** Node has threads always, so that the desktop's bundle goes without what builds an index in the host; `in-process-worker.web.ts` stands for this file in the web build. */
export const startInProcess: StartWorker = () => Promise.reject(new Error('This host runs on Node, and its worker could not be started.'));
