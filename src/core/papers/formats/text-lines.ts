/** Finds the line of an offset, in logarithmic time. Lines end in CRLF, LF or CR. */
export class LineFinder {
  /** Offsets at which the second and later lines begin. */
  private readonly starts: number[] = [];

  constructor(text: string) {
    for (const { index, 0: end } of text.matchAll(/\r\n|\n|\r/gu)) {
      this.starts.push(index + end.length);
    }
  }

  /** @returns the one-based line */
  lineAt(offset: number): number {
    let [low, high] = [0, this.starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low + 1;
  }
}

/** A text on one line, with single blanks. C1 controls stay: they are what is left of letters that were decoded wrongly. */
export function oneLine(text: string): string {
  return text.replace(/[\s\p{Zl}\p{Zp}\u0000-\u001F\u007F]+/gu, ' ').trim();
}

/**
 * Joins the hard line breaks of a wrapped text. A paragraph begins after an empty line; paragraphs are separated by one.
 *
 * @param indents whether an indented line begins a paragraph too, as in arXiv's abstracts; unless all lines are indented
 */
export function unwrap(text: string, indents = false): string {
  const lines = text.trim().split(/\r\n|\n|\r/u);
  const marked = indents && lines.slice(1).some((line) => /^\S/u.test(line));
  const paragraphs: string[][] = [[]];
  for (const line of lines) {
    const bare = line.replace(/\s+/gu, ' ').trim();
    if (bare === '' || (marked && /^[ \t]{2}/u.test(line))) {
      paragraphs.push([]);
    }
    if (bare !== '') {
      paragraphs.at(-1)?.push(bare);
    }
  }
  return paragraphs.filter((paragraph) => paragraph.length > 0).map((paragraph) => paragraph.join(' ')).join('\n\n');
}

/** Enough of a text to recognise it in a message. */
export function excerpt(text: string): string {
  const line = oneLine(text.slice(0, 400));
  return line.length <= 60 ? line : `${line.slice(0, 57).replace(/[\uD800-\uDBFF]$/u, '')}…`;
}

/** A name as part of an identifier: `[a-z0-9-]`, at most 48 characters; empty where nothing of it can be kept. */
export function slug(name: string): string {
  const words = name.slice(0, 400).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().split(/[^a-z0-9]+/u);
  return words.filter((word) => word !== '').join('-').slice(0, 48).replace(/-$/u, '');
}

/** An address that may be shown and opened, or `undefined`: http and https only. */
export function webAddress(text: string): string | undefined {
  const address = text.trim();
  return address.length <= 2048 && /^https?:\/\/[^\s"<>]+$/iu.test(address) ? address : undefined;
}
