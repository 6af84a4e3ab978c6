import type { ParamValues } from '../../../src/core/runs/result';
import type { ParamProblem } from '../../gpu/demo';
import { RIDGE_EXPONENTS } from './params';

/** The demo's parameters, read once. */
export interface Settings {
  /** L: distances below it were fitted. */
  readonly trained: number;
  /** N: tokens of a stream. */
  readonly sequence: number;
  readonly globals: number;
  /** Index of the chosen fit among `RIDGES`. */
  readonly fit: number;
  readonly seed: number;
}

/** Streams and sink heads that decide the claims, drawn with seeds one after another. */
export const SEEDS = 3;
/** V, tokens that a stream is made of. */
export const VOCABULARY = 64;
/** Penalties of the fits, weakest first. */
export const RIDGES: readonly number[] = RIDGE_EXPONENTS.map((exponent) => 10 ** exponent);
/** The fit of the negative control: its weights stay small. */
export const STRONG_FIT = RIDGES.length - 1;
/** The claims on distances speak of this many trained lengths. */
export const REACH = 8;

export function readSettings(params: ParamValues): Settings {
  return {
    trained: Number(params['trained']),
    sequence: Number(params['sequence']),
    globals: Number(params['globals']),
    fit: RIDGE_EXPONENTS.findIndex((exponent) => String(exponent) === params['ridge']),
    seed: Number(params['seed']),
  };
}

export function problemsOf(params: ParamValues): readonly ParamProblem[] {
  const { trained, sequence } = readSettings(params);
  return sequence < REACH * trained
    ? [{ key: 'sequence', message: `The stream must have at least ${String(REACH)} times the trained length, ${String(REACH * trained)} tokens.` }]
    : [];
}
