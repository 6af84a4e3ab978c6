import { quantity } from '../../src/core/runs/quantity';
import { adapterFactsName } from '../../src/core/runs/verdict';
import type { AdapterFacts, CheckOperator, CheckVerdict, Preset, RunResult, Timing } from '../../src/core/runs/result';
import type { Verdicts } from '../../src/core/runs/verdict';

export const PRESET_NAMES: Readonly<Record<Preset | 'custom', string>> = {
  quick: 'Quick',
  standard: 'Standard',
  gpu: 'GPU',
  custom: 'Custom',
};

export const VERDICTS: Readonly<Record<CheckVerdict, { readonly word: string; readonly icon: string }>> = {
  pass: { word: 'Passed', icon: 'pass-filled' },
  fail: { word: 'Failed', icon: 'error' },
  'not-evaluated': { word: 'Not evaluated', icon: 'circle-slash' },
};

export const METHODS: Readonly<Record<Timing['method'], string>> = {
  'timestamp-query': 'GPU clock',
  wall: 'wall clock',
  cpu: 'CPU',
};

const OPERATORS: Readonly<Record<CheckOperator, string>> = { '<=': '≤ ', '>=': '≥ ', '==': 'exactly ' };

/** `≤ 1`, `exactly 262,144`, `≤ 64 MiB`: units other than bytes stand with the measured value alone. */
export function limitText(operator: CheckOperator, threshold: number, unit: string): string {
  return `${OPERATORS[operator]}${quantity(threshold, operator === '==' || unit !== 'bytes' ? '' : unit)}`;
}

export function durationText(milliseconds: number): string {
  return milliseconds < 1000 ? `${String(Math.round(milliseconds))} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}

/** What the kernels run on, in a few words. */
export function adapterText(adapter: AdapterFacts | null): string {
  return adapter === null ? 'CPU only — no WebGPU' : adapterFactsName(adapter);
}

/** `12 checks passed, 1 failed, 2 not evaluated` */
export function verdictText({ passed, failed, notEvaluated }: Verdicts): string {
  const checks = passed === 1 ? '1 check passed' : `${String(passed)} checks passed`;
  return [checks, `${String(failed)} failed`, ...(notEvaluated > 0 ? [`${String(notEvaluated)} not evaluated`] : [])].join(', ');
}

/** The numeric check closest to its limit, or furthest over it, in a sentence; `undefined` when none was evaluated. */
export function largestError({ checks }: RunResult): string | undefined {
  const [worst] = checks
    .flatMap((check) => (check.kind === 'numeric' && check.value !== null ? [{ ...check, value: check.value }] : []))
    .sort((one, other) => other.value / other.threshold - one.value / one.threshold);
  return worst && `Largest error: ${quantity(worst.value, worst.unit)}, where ${quantity(worst.threshold)} is allowed.`;
}
