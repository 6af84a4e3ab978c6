import { PRESETS, type AdapterFacts, type Check, type CheckOperator, type CheckVerdict, type ParamValues } from '../../src/core/runs/result';
import type { Tolerance, WorstError } from './compare';
import type { Claim, Demo } from './demo';
import { presetParams } from './params';

export function verdictOf(value: number, operator: CheckOperator, threshold: number): CheckVerdict {
  switch (operator) {
    case '<=':
      return value <= threshold ? 'pass' : 'fail';
    case '>=':
      return value >= threshold ? 'pass' : 'fail';
    case '==':
      return value === threshold ? 'pass' : 'fail';
  }
}

/** A kernel against the float64 reference. */
export function numericCheck(id: string, statement: string, worst: WorstError, tolerance: Tolerance, where: string): Check {
  const limits = `relative ${String(tolerance.relative)}, absolute ${String(tolerance.absolute)}`;
  return {
    id,
    kind: 'numeric',
    statement,
    value: worst.inTolerances,
    operator: '<=',
    threshold: 1,
    unit: 'tolerances',
    verdict: verdictOf(worst.inTolerances, '<=', 1),
    detail: `Tolerance: ${limits}. Worst element, ${where}: ${String(worst.actual)} where the reference has ${String(worst.expected)}.`,
  };
}

/** An exact property. */
export function invariantCheck(
  id: string,
  statement: string,
  measured: { readonly value: number; readonly operator: CheckOperator; readonly threshold: number; readonly unit: string },
  detail: string,
): Check {
  return { id, kind: 'invariant', statement, ...measured, verdict: verdictOf(measured.value, measured.operator, measured.threshold), detail };
}

/** What a run found out about a claim, or why it found nothing. */
export type Evidence =
  | { readonly value: number; readonly unit: string; readonly detail: string }
  | { readonly missing: string };

/** How large the run is and what it ran on; `adapter` is `null` without a GPU. */
export interface Circumstances {
  readonly demo: Demo;
  readonly params: ParamValues;
  readonly adapter: AdapterFacts | null;
}

/** Decides a claim by its evidence, or leaves it open with the reason. */
export function claimCheck(claim: Claim, evidence: Evidence, circumstances: Circumstances): Check {
  const reason = openReason(claim, circumstances) ?? ('missing' in evidence ? evidence.missing : undefined);
  if (reason !== undefined || 'missing' in evidence) return openCheck(claim, 'claim', reason ?? '');
  const { id, statement, operator, threshold } = claim;
  const { value, unit, detail } = evidence;
  return { id, kind: 'claim', statement, value, operator, threshold, unit, verdict: verdictOf(value, operator, threshold), detail };
}

/** A check that this run does not decide. */
export function openCheck(
  what: Pick<Check, 'id' | 'statement' | 'operator' | 'threshold'> & { readonly unit?: string },
  kind: Check['kind'],
  reason: string,
): Check {
  const { id, statement, operator, threshold } = what;
  return { id, kind, statement, value: null, operator, threshold, unit: what.unit ?? '', verdict: 'not-evaluated', detail: reason };
}

function openReason(claim: Claim, { demo, params, adapter }: Circumstances): string | undefined {
  if (adapter === null) return 'Not evaluated: no kernel ran, since there is no usable graphics adapter.';
  if (claim.needsRealGpu && adapter.software) {
    return 'Not evaluated on a software adapter: its times say nothing about hardware.';
  }
  // A custom run is as large as the largest preset whose arithmetic it reaches; none is too small for the smallest.
  const flops = demo.cost(params).flops;
  const reached = PRESETS.filter((preset, index) => index === 0 || flops >= demo.cost(presetParams(demo, preset)).flops);
  const needed = PRESETS.slice(PRESETS.indexOf(claim.minPreset));
  return needed.some((preset) => reached.includes(preset))
    ? undefined
    : `Not evaluated at this size: the claim is decided from the preset “${claim.minPreset}” on.`;
}
