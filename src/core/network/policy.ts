import { TransportError } from './transport';

/** Which addresses may be asked. Tests on loopback replace it. */
export interface AddressPolicy {
  readonly protocols: readonly string[];
}

export const HTTPS_ONLY: AddressPolicy = { protocols: ['https:'] };

/**
 * The address, if it may be asked.
 *
 * @param base the address that a relative one is redirected from
 * @throws TransportError when it may not
 */
export function allowedAddress(address: string, { protocols }: AddressPolicy, base?: string): URL {
  let url: URL;
  try {
    url = base === undefined ? new URL(address) : new URL(address, base);
  } catch {
    throw new TransportError(address, { kind: 'not-allowed', reason: 'not-an-address' });
  }
  if (!protocols.includes(url.protocol)) {
    throw new TransportError(address, { kind: 'not-allowed', reason: 'not-https' });
  }
  if (url.username !== '' || url.password !== '') {
    throw new TransportError(address, { kind: 'not-allowed', reason: 'credentials' });
  }
  return url;
}
