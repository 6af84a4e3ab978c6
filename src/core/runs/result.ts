import type { DemoSlug } from '../catalog/catalog';

/**
 * What one execution of a demo computed. Plain JSON throughout: the page sends it to the host,
 * which writes it to disk as it stands.
 */
export interface RunResult {
  readonly metrics: Readonly<Record<string, Metric>>;
  readonly checks: readonly Check[];
  readonly charts: readonly Chart[];
  readonly timings: readonly Timing[];
  readonly memory: Memory;
  readonly provenance: Provenance;
}

export interface Metric {
  readonly value: number;
  /** SI or plain unit (`ms`, `bytes`, `accesses`); empty for a pure number. */
  readonly unit: string;
  readonly meaning: string;
}

/**
 * `numeric`: the kernel equals the float64 reference within a tolerance.
 * `invariant`: an exact property (counters, bytes, integers).
 * `claim`: a scientific statement with a threshold.
 */
export type CheckKind = 'numeric' | 'invariant' | 'claim';
export type CheckVerdict = 'pass' | 'fail' | 'not-evaluated';
export type CheckOperator = '<=' | '>=' | '==';

export interface Check {
  readonly id: string;
  readonly kind: CheckKind;
  /** What is checked, in one sentence for the reader. */
  readonly statement: string;
  /** The measured number; `null` when not evaluated. */
  readonly value: number | null;
  readonly operator: CheckOperator;
  readonly threshold: number;
  readonly unit: string;
  readonly verdict: CheckVerdict;
  /** Formula used, worst element, or the reason why it was not evaluated. */
  readonly detail: string;
}

export type Scale = 'linear' | 'log';

export type Chart = LineChart | ScatterChart | BarChart | HeatMap;

interface ChartBase {
  readonly id: string;
  readonly title: string;
  /** One sentence on how to read it. */
  readonly caption: string;
}

export interface LineChart extends ChartBase {
  readonly form: 'line';
  readonly xLabel: string;
  readonly yLabel: string;
  readonly xScale: Scale;
  readonly yScale: Scale;
  readonly lines: readonly Line[];
}

export interface Line {
  readonly name: string;
  readonly x: readonly number[];
  readonly y: readonly (number | null)[];
  /** Ends of a band around the line, for example of several seeds; as many as `x`. */
  readonly low?: readonly (number | null)[];
  readonly high?: readonly (number | null)[];
  /** `theory` is drawn dashed and named as theory; everything else was computed in this run. */
  readonly style: 'measured' | 'theory';
}

export interface ScatterChart extends ChartBase {
  readonly form: 'scatter';
  readonly xLabel: string;
  readonly yLabel: string;
  readonly xScale: Scale;
  readonly yScale: Scale;
  /** Points of a kind; `x` and `y` have the same length. */
  readonly groups: readonly { readonly name: string; readonly x: readonly number[]; readonly y: readonly number[] }[];
}

export interface BarChart extends ChartBase {
  readonly form: 'bars';
  readonly yLabel: string;
  readonly yScale: Scale;
  readonly categories: readonly string[];
  /** Per group one value a category. */
  readonly groups: readonly { readonly name: string; readonly values: readonly (number | null)[] }[];
}

export interface HeatMap extends ChartBase {
  readonly form: 'heatmap';
  readonly rows: number;
  readonly columns: number;
  readonly rowLabel: string;
  readonly columnLabel: string;
  readonly valueLabel: string;
  /** Row-major, `rows * columns` values; `null` is drawn as empty. */
  readonly values: readonly (number | null)[];
}

export interface Timing {
  /** What was timed: a kernel or a named group of kernels. */
  readonly name: string;
  readonly samples: number;
  readonly medianMs: number;
  readonly minMs: number;
  readonly maxMs: number;
  /** `timestamp-query`: GPU clock; `wall`: submit to completion minus an empty submit; `cpu`: the reference. */
  readonly method: 'timestamp-query' | 'wall' | 'cpu';
}

/** Bytes of GPU buffers. */
export interface Memory {
  readonly peakBytes: number;
  readonly buffers: Readonly<Record<string, number>>;
}

export const PRESETS = ['quick', 'standard', 'gpu'] as const;
export type Preset = (typeof PRESETS)[number];

export type ParamValue = number | boolean | string;
export type ParamValues = Readonly<Record<string, ParamValue>>;

export interface AdapterFacts {
  readonly vendor: string;
  readonly architecture: string;
  readonly device: string;
  readonly description: string;
  /** A software adapter: its times say nothing about hardware and are never compared with it. */
  readonly software: boolean;
  readonly features: readonly string[];
  /** The limits the run relied on, by WebGPU name. */
  readonly limits: Readonly<Record<string, number>>;
}

export interface KernelStamp {
  readonly name: string;
  /** Hex SHA-256 of the WGSL text that ran. */
  readonly sha256: string;
  /** True when the text is not the bundled one. */
  readonly modified: boolean;
}

export interface Provenance {
  readonly demo: DemoSlug;
  /** `cpu`: no usable adapter, the float64 reference ran instead. */
  readonly engine: 'webgpu' | 'cpu';
  readonly adapter: AdapterFacts | null;
  /** Preset the parameters equal, or `custom`. */
  readonly preset: Preset | 'custom';
  readonly params: ParamValues;
  readonly kernels: readonly KernelStamp[];
  readonly lecternVersion: string;
  /** ISO 8601 with time zone. */
  readonly started: string;
  readonly durationMs: number;
  /** The page's user agent, since drivers and compilers come with the browser. */
  readonly userAgent: string;
}
