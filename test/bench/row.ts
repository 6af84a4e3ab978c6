/** One measured number of a bench. */
export interface BenchRow {
  readonly bench: string;
  readonly name: string;
  readonly value: number;
  /** `ms`, `MiB` or `bytes`; empty for a pure number. */
  readonly unit: string;
  /** How it was measured: samples, spread, conditions. */
  readonly how: string;
  /** The budget it is held against, in the same unit, where there is one. */
  readonly budget?: number;
}

/** Median of at least one number. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  if (upper === undefined || lower === undefined) throw new RangeError('median of nothing');
  return (upper + lower) / 2;
}
