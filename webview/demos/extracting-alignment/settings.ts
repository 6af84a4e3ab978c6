import type { ParamValues } from '../../../src/core/runs/result';

/** The demo's parameters, read once. */
export interface Settings {
  /** Independent corpora, each with its own samples and generations. */
  readonly seeds: number;
  /** Training samples of one seed. */
  readonly samples: number;
  /** Copies for each artifact and intensity, of one seed. */
  readonly copies: number;
  /** Words of a text. */
  readonly words: number;
  /** Of the artifacts, 0 to 1. */
  readonly intensity: number;
  /** D, numbers of an embedding, a multiple of 4. */
  readonly width: number;
  readonly seed: number;
}

export function readSettings(params: ParamValues): Settings {
  return {
    seeds: Number(params['seeds']),
    samples: Number(params['samples']),
    copies: Number(params['copies']),
    words: Number(params['words']),
    intensity: Number(params['intensity']),
    width: Number(params['width']),
    seed: Number(params['seed']),
  };
}
