import type { ParamValues, Preset } from '../../src/core/runs/result';
import type { Demo } from '../gpu/demo';
import { paramProblems, presetParams } from '../gpu/params';

/** Kept values where they can still be run, the preset's where not: a demo's parameters change between versions. */
export function restoredParams(demo: Demo, kept: ParamValues | undefined, preset: Preset): ParamValues {
  const params = presetParams(demo, preset);
  if (kept === undefined) return params;
  const entries = demo.params.map(({ key }) => {
    const value = kept[key];
    const isUsable = value !== undefined && !paramProblems(demo, { ...params, [key]: value }).some((problem) => problem.key === key);
    return [key, isUsable ? value : (params[key] ?? 0)] as const;
  });
  return Object.fromEntries(entries);
}

/** A preset's values; the seed stays, since any seed is the same preset. */
export function withPreset(demo: Demo, params: ParamValues, preset: Preset): ParamValues {
  const seeds = demo.params.filter(({ form }) => form === 'seed').map(({ key }) => [key, params[key] ?? 0] as const);
  return { ...presetParams(demo, preset), ...Object.fromEntries(seeds) };
}
