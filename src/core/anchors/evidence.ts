/** What a place has going for it, in letters: as many letters in a row hardly agree by chance. */

/** What a difference takes away: in two English texts, letters agree by chance too often to weigh one against one. */
const DIFFERENCE = 3;

/**
 * How far two contexts agree, beginning where they touch the words: the letters that agree less what differs between them, at
 * the best point to stop. A few letters agree by chance.
 *
 * @param expected what stood there, nearest to the words first
 * @param found what stands there now, nearest to the words first
 */
export function agreement(expected: string, found: string): number {
  let above = new Array<number>(found.length + 1).fill(0).map((_, column) => -DIFFERENCE * column);
  let best = 0;
  for (let row = 1; row <= expected.length; row++) {
    const current = [-DIFFERENCE * row];
    for (let column = 1; column <= found.length; column++) {
      const isSame = expected[row - 1] === found[column - 1];
      const value = Math.max(
        (above[column - 1] ?? 0) + (isSame ? 1 : -DIFFERENCE),
        (above[column] ?? 0) - DIFFERENCE,
        (current[column - 1] ?? 0) - DIFFERENCE,
      );
      current.push(value);
      best = Math.max(best, value);
    }
    above = current;
  }
  return best;
}

export function reversed(text: string): string {
  return [...text].reverse().join('');
}
