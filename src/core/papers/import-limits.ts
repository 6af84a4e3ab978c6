/** Longest text that is read at once, in UTF-16 units. A digest of 10,000 papers with abstracts has about 20 million. */
export const LONGEST_TEXT = 64 * 1024 * 1024;

/** Largest file that is read at once, in bytes. */
export const LARGEST_FILE_BYTES = LONGEST_TEXT;

/** Most records that one digest may hold. */
export const MOST_RECORDS = 200_000;

/** Deepest nesting of brackets, lists or quotations that a record may have. Real ones have about six. */
export const DEEPEST_NESTING = 64;

/** Longest page in HTML or Markdown, in UTF-16 units. One of a month with abstracts has about 3 million. */
export const LONGEST_PAGE = 16 * 1024 * 1024;

/** Most lines of a page. One of 10,000 papers has about 200,000. */
export const MOST_LINES = 2_000_000;

/** Damaged records after which a text is taken for one that has no others. */
export const MOST_DAMAGED = 10_000;

/** What to tell the reader of a page that is too large, or `undefined` when it is not. */
export function pageTooLarge(text: string, longest: number): string | undefined {
  if (text.length > longest) {
    return `The page is ${megabytes(text.length)} MB; the most that is read of one is ${megabytes(longest)} MB; split it.`;
  }
  let lines = 1;
  for (let at = text.search(LINE_END); at >= 0 && lines <= MOST_LINES; lines++) {
    LINE_END.lastIndex = at + 1;
    at = LINE_END.exec(text)?.index ?? -1;
  }
  return lines > MOST_LINES ? `The page has more than ${MOST_LINES} lines, which no list of papers has.` : undefined;
}

const LINE_END = /[\r\n]/gu;

/** What to tell the reader of a text or file that is too large. */
export function tooLarge(what: string, size: number): string {
  return `${what} is ${megabytes(size)} MB; the most that is read at once is ${megabytes(LARGEST_FILE_BYTES)} MB; split it.`;
}

/** In steps of a tenth, rounded up: a size just over a limit is not shown as the limit. */
function megabytes(size: number): string {
  return String(Math.ceil((size / (1024 * 1024)) * 10) / 10);
}
