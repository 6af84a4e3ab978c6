import type { CancelSignal } from './cancel';

/** A request for what is at an address. There is no other kind: nothing of the user's is ever sent. */
export interface HttpRequest {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Most bytes of the answer, counted after decompression. */
  readonly maxBytes: number;
  /** Longest time from the request to the last byte. */
  readonly timeoutMs: number;
  readonly cancel?: CancelSignal;
}

export interface HttpAnswer {
  readonly status: number;
  /** By name in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Decompressed. */
  readonly bytes: Uint8Array;
  /** Where the answer came from: the address asked for, or the last one redirected to. */
  readonly url: string;
}

/** Where requests go through. */
export interface Transport {
  /**
   * Answers of any status.
   *
   * @throws TransportError when there is none
   * @throws Cancelled
   */
  request(request: HttpRequest): Promise<HttpAnswer>;
}

/** Why there is no answer. */
export type TransportFailure =
  /** The host could not be reached, or the connection broke: likely we are offline. */
  | { readonly kind: 'unreachable'; readonly detail: string }
  | { readonly kind: 'timeout'; readonly afterMs: number }
  | { readonly kind: 'too-large'; readonly maxBytes: number }
  /** The address may not be asked at all. */
  | { readonly kind: 'not-allowed'; readonly reason: 'not-https' | 'credentials' | 'not-an-address' }
  /** A redirection that is not followed. `to`: the host, absent where the platform does not tell it. */
  | { readonly kind: 'redirected'; readonly to?: string };

export class TransportError extends Error {
  override readonly name = 'TransportError';

  constructor(
    readonly url: string,
    readonly failure: TransportFailure,
  ) {
    super(`${failure.kind}: ${url}`);
  }
}

/** Host of an address with its port, as messages and the ledger name it; the address itself where it is none. */
export function hostOf(url: string): string {
  try {
    return new URL(url).host;
  } catch {
    return url;
  }
}
