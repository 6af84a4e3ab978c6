import type { DemoSlug } from '../catalog/catalog';
import type { DemoMeasure } from '../catalog/measure';
import type { RunId, RunRecord } from '../runs/record';
import type { RunResult } from '../runs/result';
import { adapterName } from '../runs/verdict';

/** Why a kept run says nothing about a claim. */
export type Refusal =
  /** Someone changed a kernel: it is not the demo's any more. */
  | 'kernel-changed'
  /** A check against the reference or a counter failed. */
  | 'check-failed'
  /** Only the reference ran, on the CPU. */
  | 'cpu-only'
  /** A software adapter's times say nothing about hardware. */
  | 'software-adapter'
  /** The run does not hold the number. */
  | 'not-in-run';

/** What was measured here for a claim. */
export type Measured =
  | {
      readonly state: 'measured';
      readonly run: RunId;
      readonly value: number;
      readonly unit: string;
      /** The least and the most that the samples allow; absent for what was counted. */
      readonly spread?: { readonly least: number; readonly most: number };
      /** Samples of each of the two times; absent for what was counted. */
      readonly samples?: number;
      readonly adapter: string;
      /** ISO 8601 with time zone. */
      readonly kept: string;
    }
  /** There are runs, and none is fit; the newest says why. */
  | { readonly state: 'refused'; readonly reason: Refusal; readonly run: RunId; readonly adapter: string }
  | { readonly state: 'no-run' };

/**
 * What the kept runs of a demo measure of a claim: the newest run that is fit to be put beside it.
 *
 * @param runs newest first, of any demos
 */
export function measuredFor(measure: DemoMeasure, demo: DemoSlug, runs: readonly RunRecord[]): Measured {
  let refused: Measured | undefined;
  for (const run of runs) {
    if (run.demo !== demo || run.result.provenance.demo !== demo) {
      continue;
    }
    const measured = measuredIn(measure, run);
    if (measured.state === 'measured') {
      return measured;
    }
    refused ??= measured;
  }
  return refused ?? { state: 'no-run' };
}

function measuredIn(measure: DemoMeasure, { id, kept, result }: RunRecord): Measured {
  const adapter = adapterName(result);
  const reason = refusalOf(measure, result);
  const found = reason === undefined ? numberOf(measure, result) : undefined;
  if (found === undefined) {
    return { state: 'refused', reason: reason ?? 'not-in-run', run: id, adapter };
  }
  return { state: 'measured', run: id, ...found, unit: measure.unit, adapter, kept };
}

function refusalOf({ isSpeed }: DemoMeasure, { provenance, checks }: RunResult): Refusal | undefined {
  if (provenance.kernels.some(({ modified }) => modified)) {
    return 'kernel-changed';
  }
  if (provenance.engine === 'cpu') {
    return 'cpu-only';
  }
  if (checks.some(({ kind, verdict }) => kind !== 'claim' && verdict === 'fail')) {
    return 'check-failed';
  }
  // An adapter that nobody knows may be a software one.
  return isSpeed && provenance.adapter?.software !== false ? 'software-adapter' : undefined;
}

interface FoundNumber {
  readonly value: number;
  readonly spread?: { readonly least: number; readonly most: number };
  readonly samples?: number;
}

function numberOf({ source }: DemoMeasure, { metrics, timings }: RunResult): FoundNumber | undefined {
  if ('metric' in source) {
    const metric = Object.hasOwn(metrics, source.metric) ? metrics[source.metric] : undefined;
    return metric && { value: metric.value };
  }
  const [slower, faster] = source.timings.map((name) => timings.find((timing) => timing.name === name));
  if (!slower || !faster) {
    return undefined;
  }
  if (slower.method !== faster.method || faster.minMs <= 0) {
    return undefined;
  }
  return {
    value: slower.medianMs / faster.medianMs,
    spread: { least: slower.minMs / faster.maxMs, most: slower.maxMs / faster.minMs },
    samples: Math.min(slower.samples, faster.samples),
  };
}
