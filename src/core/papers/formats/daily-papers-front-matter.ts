/** How far the facts at the top of a page may reach, in lines. */
const MOST_LINES = 40;

/** Facts that a tool put before a page it saved. */
export interface FrontMatter {
  /** Index of the first line of the page itself. */
  readonly end: number;
  /** Address the page was saved from. */
  readonly address?: string;
}

/** Reads the lines between `---` and `---` at the top of a saved page. */
export function readFrontMatter(lines: readonly string[]): FrontMatter {
  if (lines[0]?.trim() !== '---') {
    return { end: 0 };
  }
  const close = lines.slice(0, MOST_LINES).findIndex((line, index) => index > 0 && line.trim() === '---');
  if (close < 0) {
    return { end: 0 };
  }
  const address = lines
    .slice(1, close)
    .map((line) => /^(?:url|source|source_url|link):\s*["']?(https?:\/\/[^\s"']{1,2000})/iu.exec(line)?.[1])
    .find((found) => found !== undefined);
  return { end: close + 1, ...(address === undefined ? {} : { address }) };
}
