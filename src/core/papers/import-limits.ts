/** Longest text that is read at once, in UTF-16 units. A digest of 10,000 papers with abstracts has about 20 million. */
export const LONGEST_TEXT = 64 * 1024 * 1024;

/** Largest file that is read at once, in bytes. */
export const LARGEST_FILE_BYTES = LONGEST_TEXT;

/** Most records that one digest may hold. */
export const MOST_RECORDS = 200_000;

/** Deepest nesting of brackets, lists or quotations that a record may have. Real ones have about six. */
export const DEEPEST_NESTING = 64;

/** What to tell the reader of a text or file that is too large. */
export function tooLarge(what: string, size: number): string {
  return `${what} is ${megabytes(size)} MB; the most that is read at once is ${megabytes(LARGEST_FILE_BYTES)} MB; split it.`;
}

/** In steps of a tenth, rounded up: a size just over a limit is not shown as the limit. */
function megabytes(size: number): string {
  return String(Math.ceil((size / (1024 * 1024)) * 10) / 10);
}
