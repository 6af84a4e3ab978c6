import type { Paper } from '../papers/paper';

/** What an export says of itself in its first member. */
export const LECTERN_EXPORT = 'lectern-papers';
/** Raised when a former version cannot read what is written. */
export const LECTERN_EXPORT_VERSION = 1;

/** Papers as JSON with every field, where each came from, and what their sources said besides; one paper a line. */
export function papersAsLecternJson(papers: readonly Paper[]): string {
  const lines = papers.map((paper) => JSON.stringify(paper));
  return `{"format":"${LECTERN_EXPORT}","version":${LECTERN_EXPORT_VERSION},"papers":[${lines.length === 0 ? '' : `\n${lines.join(',\n')}\n`}]}\n`;
}
