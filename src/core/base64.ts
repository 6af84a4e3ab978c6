const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const PADDING = '=';

/** Value of each ASCII character, −1 for those outside the alphabet. */
const VALUES = Int8Array.from({ length: 128 }, (_, code) => ALPHABET.indexOf(String.fromCharCode(code)));

/** Characters put together at once: a longer list of arguments may not fit the stack. */
const BATCH = 8_192;

/** Bytes as base64 with padding (RFC 4648, section 4). Not the hosts' own, which take and give strings of bytes. */
export function toBase64(bytes: Uint8Array): string {
  const codes = new Uint8Array(Math.ceil(bytes.length / 3) * 4).fill(PADDING.charCodeAt(0));
  let at = 0;
  for (let index = 0; index < bytes.length; index += 3) {
    const triple = ((bytes[index] ?? 0) << 16) | ((bytes[index + 1] ?? 0) << 8) | (bytes[index + 2] ?? 0);
    const sextets = Math.min(4, bytes.length - index + 1);
    for (let sextet = 0; sextet < sextets; sextet++) {
      codes[at + sextet] = ALPHABET.charCodeAt((triple >> (18 - 6 * sextet)) & 63);
    }
    at += 4;
  }
  let text = '';
  for (let from = 0; from < codes.length; from += BATCH) {
    text += String.fromCharCode(...codes.subarray(from, from + BATCH));
  }
  return text;
}

/** Bytes of a base64 text; `undefined` when it is none. */
export function fromBase64(text: string): Uint8Array | undefined {
  const body = text.endsWith('==') ? text.length - 2 : text.endsWith(PADDING) ? text.length - 1 : text.length;
  if (text.length % 4 !== 0) {
    return undefined;
  }
  const bytes = new Uint8Array(Math.floor((body * 3) / 4));
  let bits = 0;
  let at = 0;
  for (let index = 0; index < body; index++) {
    const value = VALUES[text.charCodeAt(index)] ?? -1;
    if (value < 0) {
      return undefined;
    }
    bits = (bits << 6) | value;
    if (index % 4 !== 0) {
      bytes[at++] = (bits >> (6 - 2 * (index % 4))) & 0xff;
    }
  }
  return bytes;
}
