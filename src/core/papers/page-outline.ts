import type { Digest, ImportProblem } from './digest';
import { classifyLine, splitLines } from './formats/daily-papers-lines';
import { parseDailyPapersText } from './formats/daily-papers-text';

/** Where a paper stands in a digest's text. Lines are zero-based; the last one belongs to it. */
export interface OutlineEntry {
  readonly title: string;
  readonly first: number;
  readonly last: number;
  /** Line of the title; the first one when the title was made up. */
  readonly titleLine: number;
  readonly authorCount?: number;
  readonly published?: string;
}

/** The text of a Daily Papers page as an editor shows it. */
export interface PageOutline {
  /** Papers in the order of the text. */
  readonly papers: readonly OutlineEntry[];
  readonly problems: readonly ImportProblem[];
}

/** Reads the text of a Daily Papers page for its outline. Never throws. */
export function readPageOutline(text: string): PageOutline {
  const digest = parseDailyPapersText(text);
  return { papers: outlineOf(digest, text), problems: digest.problems };
}

/** The number of comments on a line of its own, and the address they are at, follow the date in pages with addresses. */
const AFTER_DATE = /^(?:\d{1,7}|https?:\/\/\S+#community)?$/u;
/** The number of upvotes and the address to vote at precede the title in such pages. */
const BEFORE_TITLE = /^(?:(?:\[-\] ?)?\d{1,7}|https?:\/\/\S+)?$/u;

/** Papers in the order of the text, with the lines that each takes. */
export function outlineOf({ papers, lines: beginnings }: Digest, text: string): readonly OutlineEntry[] {
  const lines = splitLines(text).map((line) => line.trim());
  return papers.map(({ title, authorCount, published }, index) => {
    const first = (beginnings[index] ?? 1) - 1;
    const limit = (beginnings[index + 1] ?? lines.length + 1) - 1;
    return {
      title,
      first,
      last: lastLine(lines, first, limit),
      titleLine: titleLine(lines, title, first, limit),
      ...(authorCount === undefined ? {} : { authorCount }),
      ...(published === undefined ? {} : { published }),
    };
  });
}

/** The last line of what ends a paper, else the last one with words, before `limit`. */
function lastLine(lines: readonly string[], first: number, limit: number): number {
  let date = limit - 1;
  while (date > first && classifyLine(lines[date] ?? '').kind !== 'date') {
    date--;
  }
  if (date <= first) {
    return lastBefore(lines, first, limit, BEFORE_TITLE);
  }
  let end = date + 1;
  while (end < limit && AFTER_DATE.test(lines[end] ?? '')) {
    end++;
  }
  return lastBefore(lines, date, end, /^$/u);
}

/** The last line before `limit` that is not of a kind, or `first`. */
function lastBefore(lines: readonly string[], first: number, limit: number, skipped: RegExp): number {
  let last = limit - 1;
  while (last > first && skipped.test(lines[last] ?? '')) {
    last--;
  }
  return Math.max(first, last);
}

function titleLine(lines: readonly string[], title: string, first: number, limit: number): number {
  for (let line = first; line < limit; line++) {
    if (lines[line] === title) {
      return line;
    }
  }
  return first;
}
