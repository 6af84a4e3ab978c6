import type { ParamValues } from '../../../src/core/runs/result';
import type { ParamProblem } from '../../gpu/demo';

/** Lengths of pieces, as powers of two: from 2^minLog2 to 2^maxLog2, the length C of a chunk. */
export interface Buckets {
  readonly minLog2: number;
  readonly maxLog2: number;
}

/** The demo's parameters, read once. */
export interface Settings extends Buckets {
  readonly documents: number;
  readonly distribution: string;
  readonly logMiddle: number;
  readonly logSpread: number;
  readonly cycles: number;
  readonly live: Buckets & { readonly tokens: number };
  readonly modelWidth: number;
  readonly seed: number;
}

/** Data sets that decide the claims, drawn with seeds one after another. */
export const SEEDS = 3;
/** Head width of the measured attention. */
export const HEAD_WIDTH = 32;

export function readSettings(params: ParamValues): Settings {
  const number = (key: string): number => Number(params[key]);
  const maxLog2 = Math.log2(number('longest'));
  const minLog2 = Math.log2(number('shortest'));
  const liveMaxLog2 = Math.log2(number('liveLength'));
  return {
    minLog2,
    maxLog2,
    documents: number('documents'),
    distribution: String(params['distribution']),
    logMiddle: number('logMiddle'),
    logSpread: number('logSpread'),
    cycles: number('cycles'),
    live: { tokens: number('liveTokens'), maxLog2: liveMaxLog2, minLog2: liveMaxLog2 - maxLog2 + minLog2 },
    modelWidth: number('modelWidth'),
    seed: number('seed'),
  };
}

export function problemsOf(params: ParamValues): readonly ParamProblem[] {
  const { minLog2, maxLog2, live } = readSettings(params);
  const longest = 2 ** live.maxLog2;
  const problems: ParamProblem[] = [];
  if (minLog2 > maxLog2) problems.push({ key: 'shortest', message: 'The shortest sequence must not be longer than the longest.' });
  if (live.maxLog2 > maxLog2) problems.push({ key: 'liveLength', message: 'The measured batch must not have longer sequences than the data set.' });
  if (live.minLog2 < 0) problems.push({ key: 'liveLength', message: 'Scaled down this far, the shortest sequences would have less than one token. Choose a longer one.' });
  if (live.tokens % longest !== 0) {
    problems.push({ key: 'liveTokens', message: `The tokens of the measured batch must be a multiple of its longest sequence, ${String(longest)}.` });
  }
  return problems;
}

/** Lengths of the pieces by bucket, shortest first. */
export function pieceLengths({ minLog2, maxLog2 }: Buckets): readonly number[] {
  return Array.from({ length: maxLog2 - minLog2 + 1 }, (_, bucket) => 2 ** (minLog2 + bucket));
}
