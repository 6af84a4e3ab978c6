import type { Chart, Check, CheckOperator, Memory, Metric, ParamValues, Preset, Timing } from '../../src/core/runs/result';
import type { DemoSlug } from '../../src/core/catalog/catalog';
import type { Gpu } from './gpu';

/** How sure we are that a statement is the paper's own. */
export type ProvenanceTag = 'repo' | 'known' | 'abstract' | 'reconstructed';

/** A parameter as the page shows it and as presets set it. */
export type Param = NumberParam | ChoiceParam | SwitchParam;

interface ParamBase {
  readonly key: string;
  readonly label: string;
  readonly help: string;
}

export interface NumberParam extends ParamBase {
  readonly form: 'integer' | 'number' | 'seed';
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly preset: Readonly<Record<Preset, number>>;
}

export interface ChoiceParam extends ParamBase {
  readonly form: 'choice';
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly preset: Readonly<Record<Preset, string>>;
}

export interface SwitchParam extends ParamBase {
  readonly form: 'switch';
  readonly preset: Readonly<Record<Preset, boolean>>;
}

/** A parameter, or several together, that cannot be run; shown beside the parameter. */
export interface ParamProblem {
  readonly key: string;
  readonly message: string;
}

/** One WGSL module of a demo. */
export interface Kernel {
  readonly name: string;
  /** File name in the demo's folder, for example `attention-online.wgsl`. */
  readonly file: string;
  readonly source: string;
  readonly entryPoints: readonly string[];
  /** One line: what it computes. */
  readonly summary: string;
}

/** Estimated cost of a run, from the loop bounds of its kernels. */
export interface Cost {
  readonly flops: number;
  readonly dispatches: number;
  readonly peakBytes: number;
  /** The largest single buffer, when it grows fast enough to meet an adapter's limit. */
  readonly largestBufferBytes?: number;
}

/** A statement with a threshold, decided by a run. */
export interface Claim {
  readonly id: string;
  readonly statement: string;
  readonly operator: CheckOperator;
  readonly threshold: number;
  /** Smallest preset at which it is decided; below, it is not evaluated. */
  readonly minPreset: Preset;
  readonly needsRealGpu: boolean;
}

/** A textual WGSL edit that must turn the named numeric check red; used by the mutation tests. */
export interface Mutation {
  readonly kernel: string;
  readonly find: string;
  readonly replace: string;
  readonly failsCheck: string;
}

/** What a demo's `run` gets. */
export interface RunContext {
  readonly gpu: Gpu;
  /** WGSL text by kernel name: the bundled one, or the user's. */
  readonly sources: Readonly<Record<string, string>>;
  /** Preset that the parameters equal, or `custom`. */
  readonly preset: Preset | 'custom';
  /** Aborted by Stop, by the watchdog and by a lost device. Checked between submits. */
  readonly signal: AbortSignal;
  progress(fraction: number, text: string): void;
}

/** What a demo computes; the runner adds the provenance. */
export interface DemoOutput {
  readonly metrics: Readonly<Record<string, Metric>>;
  readonly checks: readonly Check[];
  readonly charts: readonly Chart[];
  readonly timings: readonly Timing[];
  readonly memory: Memory;
}

/** A bundled demo: what it declares and how it runs. */
export interface Demo {
  readonly slug: DemoSlug;
  readonly title: string;
  readonly whatItIs: string;
  readonly whatItIsNot: string;
  readonly provenance: readonly { readonly statement: string; readonly tag: ProvenanceTag }[];
  readonly params: readonly Param[];
  readonly kernels: readonly Kernel[];
  readonly claims: readonly Claim[];
  readonly mutations: readonly Mutation[];
  /** Cross-parameter rules; ranges of single parameters are checked by the runner. */
  problems(params: ParamValues): readonly ParamProblem[];
  cost(params: ParamValues): Cost;
  /** Throws the abort reason when the signal aborts, and a `GpuError` written for the reader when the GPU fails. */
  run(context: RunContext, params: ParamValues): Promise<DemoOutput>;
  /** The float64 CPU computation alone, at a size it can bear; for machines without a usable adapter. */
  reference(params: ParamValues, signal: AbortSignal, progress: RunContext['progress']): Promise<DemoOutput>;
}

