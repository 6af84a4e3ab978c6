import type { AdapterFacts, ParamValues, RunResult } from '../../src/core/runs/result';
import type { RunId } from '../../src/core/runs/record';
import type { ParamProblem } from '../gpu/demo';
import type { GpuUnavailable } from '../gpu/unavailable';
import type { Store } from './store';

export type GpuState =
  | { readonly kind: 'opening' }
  | { readonly kind: 'ready'; readonly facts: AdapterFacts }
  | { readonly kind: 'unavailable'; readonly why: GpuUnavailable }
  | { readonly kind: 'lost'; readonly facts: AdapterFacts | null };

export type RunState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly fraction: number; readonly text: string; readonly stopping: boolean };

/** Something the reader should know, and what to do about it. */
export interface Notice {
  readonly tone: 'info' | 'warning' | 'error';
  readonly title: string;
  readonly text: string;
  readonly advice: readonly string[];
}

/** Where the shown result has gone. */
export interface Keeping {
  readonly busy: boolean;
  readonly run?: RunId;
  readonly note?: string;
  /** What the last answer says; empty before the first. */
  readonly answer: string;
  readonly failed: boolean;
}

export const NOT_KEPT: Keeping = { busy: false, answer: '', failed: false };

export interface PageState {
  readonly gpu: GpuState;
  readonly params: ParamValues;
  readonly problems: readonly ParamProblem[];
  readonly run: RunState;
  /** A run that did not start: the parameter to change first. A new object each time. */
  readonly refusal: { readonly key: string } | undefined;
  /** What went wrong with the last run. */
  readonly trouble: Notice | undefined;
  /** One sentence for the status line and for screen readers. */
  readonly status: string;
  readonly result: RunResult | undefined;
  readonly keeping: Keeping;
}

export type PageStore = Store<PageState>;
