/** What a place has going for it, in letters: as many letters in a row hardly agree by chance. */

/**
 * What a difference takes away, with its first letter and with each further one: a word in place of another is one change. In two
 * English texts, letters agree by chance too often to weigh one against one.
 */
const DIFFERENCE = { first: 3, further: 1 };

/**
 * How far two contexts agree, beginning where they touch the words: the letters that agree less what differs between them, at
 * the best point to stop. A few letters agree by chance.
 *
 * @param expected what stood there, nearest to the words first
 * @param found what stands there now, nearest to the words first
 */
export function agreement(expected: string, found: string): number {
  // The best values up to two letters that agree, and up to a difference.
  let equal = new Float64Array(found.length + 1).fill(-Infinity);
  let different = Float64Array.from(equal, (_, column) => (column === 0 ? 0 : -DIFFERENCE.first - DIFFERENCE.further * (column - 1)));
  equal[0] = 0;
  let best = 0;
  for (let row = 1; row <= expected.length; row++) {
    const equalNow = new Float64Array(found.length + 1).fill(-Infinity);
    const differentNow = new Float64Array(found.length + 1).fill(-DIFFERENCE.first - DIFFERENCE.further * (row - 1));
    for (let column = 1; column <= found.length; column++) {
      const at = (values: Float64Array, index: number) => values[index] ?? -Infinity;
      differentNow[column] = Math.max(
        Math.max(at(equal, column - 1), at(equal, column), at(equalNow, column - 1)) - DIFFERENCE.first,
        Math.max(at(different, column - 1), at(different, column), at(differentNow, column - 1)) - DIFFERENCE.further,
      );
      if (expected[row - 1] === found[column - 1]) {
        const value = Math.max(at(equal, column - 1), at(different, column - 1)) + 1;
        equalNow[column] = value;
        best = Math.max(best, value);
      }
    }
    [equal, different] = [equalNow, differentNow];
  }
  return best;
}

export function reversed(text: string): string {
  return Array.from(text).reverse().join('');
}
