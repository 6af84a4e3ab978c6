import type { AdapterFacts, ParamValue, ParamValues, Preset } from '../../src/core/runs/result';
import type { Cost, Demo, Param, ParamProblem } from './demo';
import { presetParams } from './params';

/** A run may cost this many times what its preset costs. */
const TOLERANCE = 2;

/** The largest preset an adapter is asked to bear. */
export function largestPreset(adapter: AdapterFacts): Preset {
  return adapter.software ? 'standard' : 'gpu';
}

/**
 * Whether the run is too large for this adapter, said before anything is allocated.
 * The problem names the parameter that saves most when it goes back to the preset's value, or, when
 * the preset itself is too large for the adapter, to its own smallest value.
 */
export function budgetProblems(demo: Demo, params: ParamValues, adapter: AdapterFacts): readonly ParamProblem[] {
  const preset = largestPreset(adapter);
  const usual = presetParams(demo, preset);
  const cost = demo.cost(params);
  const over = overrun(cost, demo.cost(usual), adapter);
  if (over === undefined) return [];
  const saving = (target: (param: Param) => ParamValue | undefined): { readonly param: Param; readonly flops: number } | undefined =>
    demo.params
      .map((param) => ({ param, flops: demo.cost({ ...params, [param.key]: target(param) ?? params[param.key] ?? 0 }).flops }))
      .filter(({ flops }) => flops < cost.flops)
      .sort((a, b) => a.flops - b.flops)[0];
  const toPreset = saving(({ key }) => usual[key]);
  const worst = toPreset ?? saving((param) => ('min' in param ? param.min : undefined));
  if (worst === undefined) throw new RangeError(`The cost of ${demo.slug} depends on no parameter.`);
  const { key, label } = worst.param;
  const usually = toPreset === undefined ? '' : ` The largest preset for this adapter, “${preset}”, has ${String(usual[key])}.`;
  return [{ key, message: `This run needs ${over} Lower “${label}”.${usually}` }];
}

function overrun(cost: Cost, usual: Cost, adapter: AdapterFacts): string | undefined {
  const times = (part: number, whole: number): string => `${(part / whole).toFixed(1)} times the`;
  if (cost.flops > TOLERANCE * usual.flops) return `${times(cost.flops, usual.flops)} arithmetic this adapter is trusted with.`;
  if (cost.dispatches > TOLERANCE * usual.dispatches) {
    return `${times(cost.dispatches, usual.dispatches)} dispatches this adapter is trusted with.`;
  }
  if (cost.peakBytes > TOLERANCE * usual.peakBytes) return `${times(cost.peakBytes, usual.peakBytes)} memory this adapter is trusted with.`;
  const largest = Math.min(adapter.limits['maxBufferSize'] ?? Infinity, adapter.limits['maxStorageBufferBindingSize'] ?? Infinity);
  if ((cost.largestBufferBytes ?? 0) > largest) return 'a larger buffer than this adapter allows.';
  return undefined;
}
