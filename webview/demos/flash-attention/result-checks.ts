import type { Check } from '../../../src/core/runs/result';
import { claimCheck, invariantCheck, numericCheck, type Circumstances } from '../../gpu/checks';
import { worstError, type Tolerance } from '../../gpu/compare';
import { median } from '../../gpu/timing';
import type { Variant } from './attention';
import { TIME_CLAIM, TIMED_ROWS } from './claims';
import type { SizeMeasure } from './measure';
import { pickRows, type QueryRow } from './reference';
import type { AttentionShape } from './shape';

export const TOLERANCE: Tolerance = { relative: 2e-5, absolute: 2e-6 };

export const EXACTNESS: Readonly<Record<Variant, string>> = {
  naive: 'The three naive kernels equal the float64 reference.',
  online: 'The online-softmax kernel equals the float64 reference.',
  flash: 'The tiled kernel equals the float64 reference.',
};

/** A whole result against reference rows. */
export interface Comparison {
  readonly output: Float32Array;
  readonly shape: AttentionShape;
  readonly queryRows: readonly QueryRow[];
  readonly expected: Float64Array;
}

export function variantCheck(variant: Variant, comparison: Comparison): Check {
  return exactnessCheck(`${variant}-exact`, EXACTNESS[variant], comparison);
}

export function controlCheck(comparison: Comparison): Check {
  return exactnessCheck('control-exact', 'The negative control, one query row per tile, computes the same attention.', comparison);
}

function exactnessCheck(id: string, statement: string, { output, shape, queryRows, expected }: Comparison): Check {
  const worst = worstError(pickRows(output, shape, queryRows), expected, TOLERANCE);
  const at = queryRows[Math.floor(worst.index / shape.width)];
  const where = `head ${at?.head ?? 0}, row ${at?.row ?? 0}, column ${worst.index % shape.width} of ${queryRows.length} rows checked`;
  return numericCheck(id, statement, worst, TOLERANCE, where);
}

/** Invariants on memory, from what the arena counted while each form ran. */
export function memoryChecks({ rows, heads }: AttentionShape, { variants }: SizeMeasure): readonly Check[] {
  const counted = 'Counted by the buffer arena; Q, K, V, O, the block mask, the uniforms and the clock are common to all forms and left out.';
  return [
    invariantCheck(
      'extra-bytes-naive',
      'Beyond Q, K, V and O the naive form needs N²·4·H bytes.',
      { value: variants.naive.extraBytes, operator: '==', threshold: rows * rows * 4 * heads, unit: 'bytes' },
      counted,
    ),
    invariantCheck(
      'extra-bytes-flash',
      'Beyond Q, K, V and O the tiled form needs at most 2N·4·H bytes.',
      { value: variants.flash.extraBytes, operator: '<=', threshold: 2 * rows * 4 * heads, unit: 'bytes' },
      counted,
    ),
  ];
}

export function timeClaim(shape: AttentionShape, { variants }: SizeMeasure, circumstances: Circumstances): Check {
  if (shape.rows < TIMED_ROWS) {
    return claimCheck(TIME_CLAIM, { missing: `Not evaluated: the claim is stated for N ≥ ${TIMED_ROWS}.` }, circumstances);
  }
  const [naiveMs, flashMs] = [median(variants.naive.totalsMs), median(variants.flash.totalsMs)];
  const method = variants.flash.times[0]?.method ?? 'wall';
  return claimCheck(
    TIME_CLAIM,
    { value: flashMs / naiveMs, unit: '', detail: `Medians at N = ${shape.rows}: tiled ${flashMs.toFixed(3)} ms, naive ${naiveMs.toFixed(3)} ms (${method}).` },
    circumstances,
  );
}
