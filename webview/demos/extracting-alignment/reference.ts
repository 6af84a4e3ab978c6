import { pcg } from '../../gpu/random';

/** Levenshtein distance and longest common subsequence by their recurrences, row by row. */
export function compareTexts(a: readonly number[], b: readonly number[]): { readonly distance: number; readonly common: number } {
  let distances = Array.from({ length: b.length + 1 }, (_, column) => column);
  let common = new Array<number>(b.length + 1).fill(0);
  for (const [row, symbol] of a.entries()) {
    const nextDistances = [row + 1];
    const nextCommon = [0];
    for (let column = 1; column <= b.length; column += 1) {
      const same = b[column - 1] === symbol;
      const [above, left, corner] = [distances[column] ?? 0, nextDistances[column - 1] ?? 0, distances[column - 1] ?? 0];
      nextDistances.push(Math.min(above + 1, left + 1, corner + (same ? 0 : 1)));
      nextCommon.push(same ? (common[column - 1] ?? 0) + 1 : Math.max(common[column] ?? 0, nextCommon[column - 1] ?? 0));
    }
    distances = nextDistances;
    common = nextCommon;
  }
  return { distance: distances[b.length] ?? 0, common: common[b.length] ?? 0 };
}

/** Counts of hashed groups of three and four symbols, as a unit vector. */
export function embedText(text: readonly number[], width: number): readonly number[] {
  const counts = new Array<number>(width).fill(0);
  for (const size of [3, 4]) {
    for (let first = 0; first + size <= text.length; first += 1) {
      const key = text.slice(first, first + size).reduce((code, symbol) => code * 32 + symbol, 1);
      const bin = pcg(key) % width;
      counts[bin] = (counts[bin] ?? 0) + 1;
    }
  }
  return unit(counts);
}

/** Embeddings less the mean of the samples, as unit vectors. */
export function centred(rows: readonly (readonly number[])[], samples: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const mean = (samples[0] ?? []).map((_, bin) => samples.reduce((sum, row) => sum + (row[bin] ?? 0), 0) / samples.length);
  return rows.map((row) => unit(row.map((value, bin) => value - (mean[bin] ?? 0))));
}

export function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);
}

function unit(row: readonly number[]): readonly number[] {
  const length = Math.sqrt(dot(row, row));
  return length === 0 ? row : row.map((value) => value / length);
}
