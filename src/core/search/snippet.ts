import { rangesOf, type TextMatch } from './highlight';
import type { Snippet } from './hit';

/** UTF-16 units of the text, without the ellipses. */
export const SNIPPET_LENGTH = 240;

/** What is shown before the first match, so that it is read in its sentence. */
const LEAD = 40;

/** A word that matches again says less than another word that matches. */
const REPEATED = 0.2;

const ELLIPSIS = '…';

/** The stretch of a text in which most of the query's words matched. */
export function snippetOf(text: string, matches: readonly TextMatch[], length = SNIPPET_LENGTH): Snippet {
  const [from, to] = cutBetweenWords(text, windowStart(matches, length), length);
  const before = from > 0 ? ELLIPSIS : '';
  const after = to < text.length ? ELLIPSIS : '';
  const shift = before.length - from;
  const inside = matches.filter(({ start, end }) => start >= from && end <= to);
  return {
    text: `${before}${text.slice(from, to)}${after}`,
    ranges: rangesOf(inside).map(({ start, end }) => ({ start: start + shift, end: end + shift })),
  };
}

/** Start of the window whose matches tell most; 0 when nothing matched. */
function windowStart(matches: readonly TextMatch[], length: number): number {
  const inWindow = new Map<number, number>();
  let telling = 0;
  let most = 0;
  let start = 0;
  let next = 0;
  matches.forEach((first, index) => {
    // Matches come by start: the window grows at its end, then loses its first match.
    next = Math.max(next, index);
    for (let match = matches[next]; match && match.end - first.start <= length - LEAD; match = matches[++next]) {
      const count = inWindow.get(match.word) ?? 0;
      telling += count === 0 ? 1 : REPEATED;
      inWindow.set(match.word, count + 1);
    }
    // Sums of fifths are not exact: only a real gain moves the window.
    if (telling > most + REPEATED / 2) {
      most = telling;
      start = first.start;
    }
    if (next > index) {
      const left = (inWindow.get(first.word) ?? 1) - 1;
      telling -= left > 0 ? REPEATED : 1;
      inWindow.set(first.word, left);
    }
  });
  return start;
}

/** A window of at most the length around a place, moved so that it cuts no word it need not cut. */
function cutBetweenWords(text: string, place: number, length: number): readonly [from: number, to: number] {
  if (text.length <= length) {
    return [0, text.length];
  }
  let from = Math.max(0, Math.min(place - LEAD, text.length - length));
  if (from > 0) {
    const blank = text.slice(from - 1, place).search(/\s/);
    from = blank >= 0 ? from + blank : atCharacter(text, from);
  }
  const end = Math.min(text.length, from + length);
  if (end === text.length) {
    return [from, end];
  }
  const kept = text.slice(from, end + 1).replace(/\s+\S*$/, '').length;
  return [from, kept > 0 && kept <= length ? from + kept : atCharacter(text, end)];
}

/** The place itself, or the one before it when it lies inside a surrogate pair. */
function atCharacter(text: string, place: number): number {
  const code = text.charCodeAt(place);
  return code >= 0xdc00 && code <= 0xdfff ? place - 1 : place;
}
