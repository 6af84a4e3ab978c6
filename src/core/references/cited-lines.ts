import type { Citation } from './citation';
import { findCitations } from './find-citations';

/** A citation with the line it is on. */
export interface CitedLine extends Pick<Citation, 'kind' | 'id'> {
  /** Zero-based, as are the characters, which are UTF-16 units of the line. */
  readonly line: number;
  readonly character: number;
  readonly endCharacter: number;
  /** The line without the blanks around it, cut around the citation where it is long. */
  readonly preview: string;
  /** Where in the preview the citation is. */
  readonly start: number;
  readonly end: number;
}

/** What is shown of a line before and after a citation, in UTF-16 units. */
const AROUND = 100;

/** The citations of a text, each with its line. */
export function citedLines(text: string): readonly CitedLine[] {
  let line = 0;
  let lineStart = 0;
  return findCitations(text).map(({ kind, id, start, end }) => {
    for (let next = text.indexOf('\n', lineStart); next >= 0 && next < start; next = text.indexOf('\n', lineStart)) {
      line++;
      lineStart = next + 1;
    }
    const lineEnd = text.indexOf('\n', end);
    const before = text.slice(Math.max(lineStart, start - AROUND), start).replace(/^\s+/u, '');
    const after = text.slice(end, Math.min(lineEnd < 0 ? text.length : lineEnd, end + AROUND)).trimEnd();
    const cut = start - AROUND > lineStart ? '…' : '';
    const preview = cut + before + text.slice(start, end) + after;
    const markStart = cut.length + before.length;
    return { kind, id, line, character: start - lineStart, endCharacter: end - lineStart, preview, start: markStart, end: markStart + end - start };
  });
}
