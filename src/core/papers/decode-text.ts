/** Bytes as text, or why they are none. */
export type DecodedText =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly encoding: Encoding;
      /** Places that could not be decoded; U+FFFD stands there. */
      readonly damaged: number;
    }
  | { readonly kind: 'binary'; readonly reason: string };

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** First bytes of files that are no text, and what they are of. */
const SIGNATURES: readonly (readonly [readonly number[], string])[] = [
  [[0x25, 0x50, 0x44, 0x46, 0x2d], 'a PDF'],
  [[0x50, 0x4b, 0x03, 0x04], 'a ZIP archive or an Office document'],
  [[0x50, 0x4b, 0x05, 0x06], 'an empty ZIP archive'],
  [[0x1f, 0x8b], 'a gzip archive'],
  [[0x42, 0x5a, 0x68], 'a bzip2 archive'],
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a], 'an xz archive'],
  [[0x28, 0xb5, 0x2f, 0xfd], 'a Zstandard archive'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'a 7-Zip archive'],
  [[0x52, 0x61, 0x72, 0x21], 'a RAR archive'],
  [[0x89, 0x50, 0x4e, 0x47], 'a PNG picture'],
  [[0xff, 0xd8, 0xff], 'a JPEG picture'],
  [[0x47, 0x49, 0x46, 0x38], 'a GIF picture'],
  [[0x52, 0x49, 0x46, 0x46], 'a picture, sound or film'],
  [[0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], 'an SQLite database'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an older Office document'],
  [[0x7f, 0x45, 0x4c, 0x46], 'a program'],
];

const BYTES_LOOKED_AT = 65_536;
/** Text has hardly any control characters; a file with a larger share of them is none. */
const MOST_CONTROLS = 0.01;

/**
 * Decodes a file: UTF-8 and UTF-16 by their mark, UTF-16 without one by its zeros, UTF-8 where the bytes are mostly that,
 * else Windows-1252, in which every byte is a character. What is no text is refused with what it looks like.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const signature = SIGNATURES.find(([first]) => first.every((byte, index) => bytes[index] === byte));
  if (signature !== undefined) {
    const unpack = signature[1].includes('archive') ? ' Unpack it first.' : '';
    return { kind: 'binary', reason: `This looks like ${signature[1]}, not like text.${unpack}` };
  }
  const marked = encodingByMark(bytes) ?? encodingByZeros(bytes.subarray(0, BYTES_LOOKED_AT));
  if (marked !== undefined) {
    return decodeAs(bytes, marked);
  }
  if (shareOfControls(bytes.subarray(0, BYTES_LOOKED_AT)) > MOST_CONTROLS) {
    return { kind: 'binary', reason: 'This is no text: it has control characters that no text has.' };
  }
  const decoded = decodeAs(bytes, 'utf-8');
  const isOther = decoded.damaged > 0 && decoded.damaged >= countBeyondAscii(decoded.text);
  return isOther ? decodeWestern(bytes) : decoded;
}

/** Characters of the bytes 80 to 9F in Windows-1252. Five stand for nothing there, and for controls as in Latin-1. */
const WESTERN = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8DŽ\x8F\x90‘’“”•–—˜™š›œ\x9DžŸ';

/** Some versions of Node decode these bytes as Latin-1 instead (nodejs/node#56542), hence the table. */
function decodeWestern(bytes: Uint8Array): DecodedText {
  const text = new TextDecoder('windows-1252').decode(bytes).replace(/[\x80-\x9F]/gu, (control) => WESTERN[control.charCodeAt(0) - 0x80] ?? control);
  return { kind: 'text', text, encoding: 'windows-1252', damaged: 0 };
}

function decodeAs(bytes: Uint8Array, encoding: Encoding): Extract<DecodedText, { kind: 'text' }> {
  try {
    return { kind: 'text', text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding, damaged: 0 };
  } catch {
    // not all of it can be decoded: the rest is kept
    const text = new TextDecoder(encoding).decode(bytes);
    return { kind: 'text', text, encoding, damaged: countReplacements(text) };
  }
}

function encodingByMark([first, second, third]: Uint8Array): Encoding | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) {
    return 'utf-8';
  }
  return first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

/** UTF-16 of Western text has a zero in every other byte. */
function encodingByZeros(bytes: Uint8Array): Encoding | undefined {
  const zeros = [0, 0];
  bytes.forEach((byte, index) => {
    if (byte === 0) {
      zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
    }
  });
  const [even = 0, odd = 0] = zeros;
  const half = bytes.length / 2;
  if (bytes.length < 8 || Math.max(even, odd) < half * 0.7 || Math.min(even, odd) > half * 0.05) {
    return undefined;
  }
  return odd > even ? 'utf-16le' : 'utf-16be';
}

function shareOfControls(bytes: Uint8Array): number {
  let count = 0;
  for (const byte of bytes) {
    count += (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d && byte !== 0x1e) || byte === 0x7f ? 1 : 0;
  }
  return count / Math.max(bytes.length, 1);
}

function countReplacements(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\uFFFD'); at >= 0; at = text.indexOf('\uFFFD', at + 1)) {
    count++;
  }
  return count;
}

/** Characters that took more than one byte and were decoded. */
function countBeyondAscii(text: string): number {
  return text.length - text.replace(/[^\0-\x7F\uFFFD]+/gu, '').length;
}
