import type { Steps } from '../../steps';

/** Lines worked on between two steps. */
const LINES_OF_STEP = 32;

/** Bytes decoded at a time; a line may be longer. */
const BLOCK = 1 << 18;

const LINE_FEED = 10;

/** A line that is not JSON. */
export const NOT_JSON = Symbol('not JSON');

/** Values as JSON, a line each. */
export function* encodeLines(values: Iterable<unknown>): Steps<Uint8Array> {
  const encoder = new TextEncoder();
  const blocks: Uint8Array[] = [];
  let lines: string[] = [];
  for (const value of values) {
    lines.push(JSON.stringify(value), '\n');
    if (lines.length >= 2 * LINES_OF_STEP) {
      blocks.push(encoder.encode(lines.join('')));
      lines = [];
      yield;
    }
  }
  blocks.push(encoder.encode(lines.join('')));
  const bytes = new Uint8Array(blocks.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const block of blocks) {
    bytes.set(block, end);
    end += block.length;
  }
  return bytes;
}

/**
 * Hands over the value of each line, or `NOT_JSON`, with its one-based number. Empty lines are passed over.
 *
 * @throws TypeError when the bytes are not UTF-8
 */
export function* decodeLines(bytes: Uint8Array, onLine: (value: unknown, line: number) => void): Steps<void> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 0;
  for (let start = 0; start < bytes.length; ) {
    const end = endOfBlock(bytes, start);
    for (const text of decoder.decode(bytes.subarray(start, end)).replace(/\n$/u, '').split('\n')) {
      line++;
      if (text !== '') {
        onLine(parsed(text), line);
      }
      if (line % LINES_OF_STEP === 0) {
        yield;
      }
    }
    start = end;
  }
}

/** Behind the last line feed of a block, or the first one after it. */
function endOfBlock(bytes: Uint8Array, start: number): number {
  if (start + BLOCK >= bytes.length) {
    return bytes.length;
  }
  const last = bytes.lastIndexOf(LINE_FEED, start + BLOCK);
  const end = last >= start ? last : bytes.indexOf(LINE_FEED, start + BLOCK);
  return end < 0 ? bytes.length : end + 1;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return NOT_JSON;
  }
}
