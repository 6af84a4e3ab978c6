import type { Piece } from './daily-papers-page';
import { targetOf } from './daily-papers-links';

/** A URL that stands on a line of its own. */
const URL_LINE = /^<?(https?:\/\/[^\s<>]{1,2000})>?$/u;
/** What is left of a link in Markdown whose text has a line of its own: `6 authors](https://…)`. */
const LINK_END = /^(.{0,300})\]\((https?:\/\/[^\s()]{1,2000})\)$/u;

/** Lines of this many at the top are looked at to recognise the layout. */
const MOST_LINES_LOOKED_AT = 5_000;

/** True for a page with the addresses of its links on lines of their own: some paper's address is among them. */
export function hasUrlLines(lines: readonly string[]): boolean {
  for (const line of lines.slice(0, MOST_LINES_LOOKED_AT)) {
    const address = URL_LINE.exec(line.trim().slice(0, 300))?.[1];
    const kind = address === undefined ? undefined : targetOf(address).kind;
    if (kind === 'paper' || kind === 'upvotes' || kind === 'comments') {
      return true;
    }
  }
  return false;
}

/**
 * The pieces of a page whose links have their address on the next line that is not blank.
 *
 * @param from index of the first line of the page
 */
export function* piecesOfUrlLines(lines: readonly string[], from: number): Generator<Piece> {
  let held: Piece | undefined;
  for (let index = from; index < lines.length; index++) {
    const text = (lines[index] ?? '').trim();
    if (text === '' || text === '[' || text === ']') {
      continue;
    }
    const line = index + 1;
    const address = URL_LINE.exec(text)?.[1];
    if (address !== undefined) {
      yield { text: '', line, ...held, address };
      held = undefined;
      continue;
    }
    if (held !== undefined) {
      yield held;
    }
    const [, label, target] = LINK_END.exec(text) ?? [];
    held = target === undefined ? { text, line } : undefined;
    if (target !== undefined) {
      yield { text: (label ?? '').replace(/^\[/u, '').trim(), address: target, line };
    }
  }
  if (held !== undefined) {
    yield held;
  }
}
