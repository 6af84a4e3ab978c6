import { RIDGES } from './settings';

/** d of the head; half as many frequencies. */
const HEAD_WIDTH = 64;
const BASE = 10_000;
/** θ_j = base^(−2j/d), the frequencies of RoPE. */
export const FREQUENCIES: readonly number[] = Array.from({ length: HEAD_WIDTH / 2 }, (_, j) => BASE ** ((-2 * j) / HEAD_WIDTH));

/** Weights of cosines and sines in turn: a_0, b_0, a_1, b_1, … */
export type Weights = Float64Array;

/** What the head is trained to say: near tokens matter, and ever less the farther. */
export function targetLogit(distance: number): number {
  return 3 - Math.log1p(distance);
}

/** cos(D θ_j) and sin(D θ_j) in turn. */
export function anglesAt(distance: number): Float64Array {
  const angles = new Float64Array(HEAD_WIDTH);
  for (const [j, theta] of FREQUENCIES.entries()) {
    angles[2 * j] = Math.cos(distance * theta);
    angles[2 * j + 1] = Math.sin(distance * theta);
  }
  return angles;
}

/** Ridge fits of the target at the distances below `trained`, one a penalty: (FᵀF + λI) w = Fᵀy by Cholesky, in float64. */
export function fitHeads(trained: number): readonly Weights[] {
  const gram = new Float64Array(HEAD_WIDTH * HEAD_WIDTH);
  const right = new Float64Array(HEAD_WIDTH);
  for (let distance = 0; distance < trained; distance += 1) {
    const row = anglesAt(distance);
    for (let i = 0; i < HEAD_WIDTH; i += 1) {
      right[i] = at(right, i) + at(row, i) * targetLogit(distance);
      for (let j = 0; j < HEAD_WIDTH; j += 1) gram[i * HEAD_WIDTH + j] = at(gram, i * HEAD_WIDTH + j) + at(row, i) * at(row, j);
    }
  }
  return RIDGES.map((ridge) => {
    const matrix = gram.slice();
    for (let i = 0; i < HEAD_WIDTH; i += 1) matrix[i * HEAD_WIDTH + i] = at(matrix, i * HEAD_WIDTH + i) + ridge;
    return solve(matrix, right);
  });
}

/** Cholesky in place, then forward and backward substitution. */
function solve(matrix: Float64Array, right: Float64Array): Weights {
  const n = right.length;
  const cell = (row: number, column: number): number => at(matrix, row * n + column);
  for (let row = 0; row < n; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let rest = cell(row, column);
      for (let k = 0; k < column; k += 1) rest -= cell(row, k) * cell(column, k);
      matrix[row * n + column] = row === column ? Math.sqrt(rest) : rest / cell(column, column);
    }
  }
  const solution = right.slice();
  for (let row = 0; row < n; row += 1) {
    let rest = at(solution, row);
    for (let k = 0; k < row; k += 1) rest -= cell(row, k) * at(solution, k);
    solution[row] = rest / cell(row, row);
  }
  for (let row = n - 1; row >= 0; row -= 1) {
    let rest = at(solution, row);
    for (let k = row + 1; k < n; k += 1) rest -= cell(k, row) * at(solution, k);
    solution[row] = rest / cell(row, row);
  }
  return solution;
}

function at(values: Float64Array, index: number): number {
  return values[index] ?? NaN;
}
