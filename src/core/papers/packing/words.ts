const SPACE = 0x20;

/** Longest word in bytes; what goes on is more than one word. */
export const LONGEST_WORD = 64;

const LETTER = 1;
const DIGIT = 2;
const OTHER = 0;

/** Kinds of bytes: those of letters beyond ASCII count as letters. */
const KINDS = Uint8Array.from({ length: 256 }, (_, byte) => {
  const lower = byte | SPACE;
  return byte >= 0x80 || (lower >= 0x61 && lower <= 0x7a) ? LETTER : byte >= 0x30 && byte <= 0x39 ? DIGIT : OTHER;
});

/**
 * Where the word ends that begins at a place in UTF-8: a run of letters, a run of digits or one byte of anything else,
 * each with one blank before it, if there is one. Words one after another are the text.
 */
export function endOfWord(bytes: Uint8Array, from: number, to: number): number {
  let at = bytes[from] === SPACE && from + 1 < to ? from + 1 : from;
  const kind = KINDS[bytes[at++] ?? 0];
  if (kind !== OTHER) {
    const last = Math.min(to, from + LONGEST_WORD);
    while (at < last && KINDS[bytes[at] ?? 0] === kind) {
      at++;
    }
  }
  return at;
}
