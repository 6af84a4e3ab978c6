import type { Line, Scale } from '../../src/core/runs/result';
import { sharedX } from './chart-table';

/** `null`: a gap; `undefined`: this line was not sampled here and goes on. */
export type AlignedValue = number | null | undefined;

export interface AlignedLines {
  readonly x: readonly number[];
  readonly ys: readonly (readonly AlignedValue[])[];
}

/** Puts lines onto one x axis. What a logarithmic scale cannot show is a gap. */
export function alignLines(lines: readonly Line[], xScale: Scale, yScale: Scale): AlignedLines {
  const x = sharedX(lines).filter((value) => xScale === 'linear' || value > 0);
  const ys = lines.map((line) => {
    const values = new Map(line.x.map((at, index) => [at, line.y[index] ?? null]));
    return x.map((at) => {
      const value = values.get(at);
      return typeof value === 'number' && yScale === 'log' && value <= 0 ? null : value;
    });
  });
  return { x, ys };
}
