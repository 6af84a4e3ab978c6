/** How far a float32 result may lie from its float64 reference: `absolute + relative × |reference|`. */
export interface Tolerance {
  readonly relative: number;
  readonly absolute: number;
}

/** The element farthest from its reference. */
export interface WorstError {
  /** |actual − expected| in units of the tolerance: at most 1 is equal. `Number.MAX_VALUE` when not finite. */
  readonly inTolerances: number;
  readonly index: number;
  readonly actual: number;
  readonly expected: number;
}

/** Compares two arrays of equal length. Anything that is not a finite number is the worst error there is. */
export function worstError(actual: ArrayLike<number>, expected: ArrayLike<number>, tolerance: Tolerance): WorstError {
  if (actual.length !== expected.length) {
    throw new RangeError(`Compared ${String(actual.length)} values with ${String(expected.length)}.`);
  }
  let worst: WorstError = { inTolerances: 0, index: 0, actual: actual[0] ?? 0, expected: expected[0] ?? 0 };
  for (let index = 0; index < expected.length; index += 1) {
    const a = actual[index] ?? NaN;
    const e = expected[index] ?? NaN;
    const error = Math.abs(a - e) / (tolerance.absolute + tolerance.relative * Math.abs(e));
    const inTolerances = Number.isFinite(error) ? error : Number.MAX_VALUE;
    if (inTolerances > worst.inTolerances) worst = { inTolerances, index, actual: a, expected: e };
  }
  return worst;
}
