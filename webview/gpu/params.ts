import { PRESETS, type AdapterFacts, type ParamValue, type ParamValues, type Preset } from '../../src/core/runs/result';
import type { Demo, Param, ParamProblem } from './demo';

/** Parameters that cannot be run, each problem with the key of its parameter. */
export class ParamError extends Error {
  override readonly name = 'ParamError';

  constructor(readonly problems: readonly ParamProblem[]) {
    super(problems.map((problem) => problem.message).join(' '));
  }
}

export function presetParams(demo: Demo, preset: Preset): ParamValues {
  return Object.fromEntries(demo.params.map((param) => [param.key, param.preset[preset]]));
}

/** The preset that the parameters equal. The seed is left out: another seed is still the same preset. */
export function presetOf(demo: Demo, params: ParamValues): Preset | 'custom' {
  const equals = (preset: Preset): boolean =>
    demo.params.every((param) => param.form === 'seed' || params[param.key] === param.preset[preset]);
  return PRESETS.find(equals) ?? 'custom';
}

/** What to choose at first: the smallest without a GPU. */
export function defaultPreset(adapter: AdapterFacts | null): Preset {
  return adapter === null || adapter.software ? 'quick' : 'gpu';
}

/** What is wrong with the parameters, alone and together; empty when they can be run. */
export function paramProblems(demo: Demo, params: ParamValues): readonly ParamProblem[] {
  const known = new Set(demo.params.map((param) => param.key));
  const strangers = Object.keys(params)
    .filter((key) => !known.has(key))
    .map((key) => ({ key, message: `This demo has no parameter “${key}”.` }));
  const single = demo.params.flatMap((param) => {
    const message = problemOf(param, params[param.key]);
    return message === undefined ? [] : [{ key: param.key, message }];
  });
  const problems = [...strangers, ...single];
  return problems.length > 0 ? problems : demo.problems(params);
}

function problemOf(param: Param, value: ParamValue | undefined): string | undefined {
  if (value === undefined) return `${param.label}: a value is missing.`;
  switch (param.form) {
    case 'switch':
      return typeof value === 'boolean' ? undefined : `${param.label}: must be on or off.`;
    case 'choice':
      return param.choices.some((choice) => choice.value === value)
        ? undefined
        : `${param.label}: must be one of ${param.choices.map((choice) => choice.label).join(', ')}.`;
    case 'integer':
    case 'seed':
    case 'number':
      if (typeof value !== 'number' || !Number.isFinite(value)) return `${param.label}: must be a number.`;
      if (param.form !== 'number' && !Number.isInteger(value)) return `${param.label}: must be a whole number.`;
      return value < param.min || value > param.max
        ? `${param.label}: must be between ${String(param.min)} and ${String(param.max)}, not ${String(value)}.`
        : undefined;
  }
}
