import type { MatchRange } from '../../core/search/engine';

/**
 * Marks the matched words of a snippet with ‹ ›. A quick pick shows plain text, and VS Code's own
 * highlighting knows only what was typed, not the words that were found for it.
 */
export function markMatches(text: string, ranges: readonly MatchRange[]): string {
  let marked = '';
  let from = 0;
  for (const { start, end } of ranges) {
    marked += `${text.slice(from, start)}‹${text.slice(start, end)}›`;
    from = end;
  }
  return (marked + text.slice(from)).replace(/\s+/g, ' ');
}
