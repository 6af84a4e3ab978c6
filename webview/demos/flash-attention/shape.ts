import type { ParamValues } from '../../../src/core/runs/result';
import { makeBlockMask, type BlockMask } from './block-mask';

/** The problem that every kernel of this demo solves: softmax(Q Kᵀ / √d) V for each head. */
export interface AttentionShape {
  /** N, queries and keys of one head. */
  readonly rows: number;
  /** d, a multiple of 4, at most 64. */
  readonly width: number;
  readonly heads: number;
  /** A query sees no key after itself. */
  readonly causal: boolean;
  /** Br, query rows per workgroup of the tiled kernel. */
  readonly tileRows: number;
  /** Bc, keys per tile, a multiple of 4. */
  readonly tileKeys: number;
  /** Tiles that are seen; absent when all are. Its tiles have at least `tileRows` rows. */
  readonly mask: BlockMask | undefined;
}

/** The demo's parameters, read once. */
export interface Settings {
  readonly shape: AttentionShape;
  readonly density: number;
  /** One key whose logit is raised by 30 for every query that sees it. */
  readonly adversarial: boolean;
  readonly seed: number;
}

export function readSettings(params: ParamValues): Settings {
  const shape = {
    rows: Number(params['sequence']),
    width: Number(params['headWidth']),
    heads: Number(params['heads']),
    causal: params['causal'] === true,
    tileRows: Number(params['tileRows']),
    tileKeys: Number(params['tileKeys']),
  };
  const density = Number(params['density']);
  const seed = Number(params['seed']);
  return {
    shape: { ...shape, mask: makeBlockMask({ ...shape, density, seed }) },
    density,
    adversarial: params['adversarial'] === true,
    seed,
  };
}

/** The same problem at another length, with its own block mask of the same density. */
export function atLength({ shape, density, seed }: Settings, rows: number): AttentionShape {
  return { ...shape, rows, mask: makeBlockMask({ ...shape, rows, density, seed }) };
}
