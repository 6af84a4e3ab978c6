import { exportAnnotations } from './core/annotations/exchange/export-annotations';
import { placeTargets } from './core/annotations/exchange/place-annotations';
import { readAnnotations } from './core/annotations/exchange/read-annotations';
import { exportPapers } from './core/citations/export-papers';
import { claimsOf } from './core/claims/find-claims';
import { readPageOutline } from './core/papers/page-outline';
import { readDigestOfBytes } from './core/papers/read-digest';
import { workerPort } from './platform/worker-port';
import { WorkerHandler } from './platform/worker-handler';
import { parseWorkerRequest } from './protocol/worker-messages';

/** The second composition root: what runs in the worker, the same file for desktop and web. */
async function work(): Promise<void> {
  const port = await workerPort();
  const handler = new WorkerHandler({
    readBytes: readDigestOfBytes,
    readOutline: readPageOutline,
    findClaims: claimsOf,
    writePapers: exportPapers,
    readAnnotations,
    placeTargets,
    writeAnnotations: exportAnnotations,
  });
  port.listen((message) => {
    const request = parseWorkerRequest(message);
    if (request) {
      port.post(handler.handle(request));
    } else {
      throw new TypeError('The host sent a message that is not in the protocol of the worker.');
    }
  });
  port.post({ kind: 'ready' });
}

void work();
