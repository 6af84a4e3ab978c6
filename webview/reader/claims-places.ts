import type { TextRange } from '../../src/core/anchors/text-target';

/** Characters around a number by which it is told from the same number elsewhere. */
const CONTEXTS: readonly (readonly [before: number, after: number])[] = [[12, 12], [12, 0], [0, 12]];

/** A text without its blanks, with where each character stands in it. */
interface Bare {
  readonly text: string;
  readonly places: readonly number[];
}

/**
 * Where parts of a source stand in the text that was made of it. Blanks may be others. A part whose words became something
 * else, such as a formula, or that cannot be told from another is nowhere: none is guessed.
 */
export function placesIn(source: string, ranges: readonly TextRange[], shown: string): readonly (TextRange | undefined)[] {
  const from = bare(source);
  const to = bare(shown);
  return ranges.map((range) => {
    const start = from.places.findIndex((place) => place >= range.start);
    const length = bare(source.slice(range.start, range.end)).text.length;
    for (const [before, after] of CONTEXTS) {
      const first = Math.max(0, start - before);
      const words = from.text.slice(first, start + length + after);
      const at = onlyPlace(to.text, words);
      if (start !== -1 && length > 0 && at !== undefined && onlyPlace(from.text, words) !== undefined) {
        const begin = at + start - first;
        return { start: to.places[begin] ?? 0, end: (to.places[begin + length - 1] ?? 0) + 1 };
      }
    }
    return undefined;
  });
}

function bare(text: string): Bare {
  const places: number[] = [];
  let kept = '';
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index);
    if (!/\s/u.test(character)) {
      kept += character;
      places.push(index);
    }
  }
  return { text: kept, places };
}

function onlyPlace(text: string, words: string): number | undefined {
  const at = text.indexOf(words);
  return at === -1 || text.includes(words, at + 1) ? undefined : at;
}
