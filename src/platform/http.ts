import { Cancelled, stopIfCancelled } from '../core/network/cancel';
import { TransportError, type HttpAnswer, type HttpRequest, type Transport, type TransportFailure } from '../core/network/transport';

/** The one place that touches the network: asks one address once, and follows nothing. */
export class HttpTransport implements Transport {
  async request({ url, headers, maxBytes, timeoutMs, cancel }: HttpRequest): Promise<HttpAnswer> {
    stopIfCancelled(cancel);
    const abort = new AbortController();
    const late = setTimeout(() => abort.abort(new TransportError(url, { kind: 'timeout', afterMs: timeoutMs })), timeoutMs);
    const cancelling = cancel?.onCancellationRequested(() => abort.abort(new Cancelled()));
    try {
      const response = await fetch(url, {
        headers: { ...headers },
        signal: abort.signal,
        redirect: 'manual',
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        cache: 'no-store',
      });
      if (response.type === 'opaqueredirect') {
        // A browser does not say where to. In Node this is an ordinary answer with its Location.
        throw new TransportError(url, { kind: 'redirected' });
      }
      const bytes = await readBounded(response, url, maxBytes);
      return { status: response.status, headers: Object.fromEntries(response.headers), bytes, url };
    } catch (error) {
      throw reasonOf(error, url, abort.signal);
    } finally {
      clearTimeout(late);
      cancelling?.dispose();
      // Lets go of a connection whose answer is not wanted to its end; after the end it does nothing.
      abort.abort();
    }
  }
}

async function readBounded(response: Response, url: string, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  for (let read = await reader?.read(); read !== undefined && !read.done; read = await reader?.read()) {
    length += read.value.length;
    if (length > maxBytes) {
      throw new TransportError(url, { kind: 'too-large', maxBytes });
    }
    chunks.push(read.value);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/** `fetch` says "fetch failed" or "terminated" and hides the reason in the cause. */
function reasonOf(error: unknown, url: string, signal: AbortSignal): Error {
  if (error instanceof TransportError || error instanceof Cancelled) {
    return error;
  }
  const aborted: unknown = signal.reason;
  if (aborted instanceof TransportError || aborted instanceof Cancelled) {
    return aborted;
  }
  const failure: TransportFailure = { kind: 'unreachable', detail: detailOf(error) };
  return new TransportError(url, failure);
}

function detailOf(error: unknown): string {
  const cause: unknown = error instanceof Error ? error.cause : undefined;
  if (cause instanceof Error) {
    return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.message;
  }
  return error instanceof Error ? error.message : String(error);
}
