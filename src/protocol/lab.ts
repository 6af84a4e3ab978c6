import type { DemoSlug } from '../core/catalog/catalog';
import type { PaperKey } from '../core/papers/paper';
import type { ParamValues, RunResult } from '../core/runs/result';
import type { RunId } from '../core/runs/record';

/** What the host knows of the demo that the page runs. */
export interface LabView {
  readonly slug: DemoSlug;
  readonly title: string;
  /** One sentence: what the demo shows. */
  readonly summary: string;
  /** Papers of the library that the demo belongs to. */
  readonly papers: readonly { readonly key: PaperKey; readonly title: string }[];
  readonly lecternVersion: string;
}

/** State the page asks the host's editor to restore after a reload. */
export interface LabState {
  readonly slug: DemoSlug;
  readonly params?: ParamValues;
}

/** A picture of a chart, for the run's folder. */
export interface ChartPicture {
  readonly chart: string;
  /** PNG, base64 without prefix. */
  readonly png: string;
}

export type ToLab =
  | { readonly kind: 'show'; readonly lab: LabView }
  /** The tab was hidden or shown. A hidden page that runs nothing lets go of the GPU. */
  | { readonly kind: 'visible'; readonly visible: boolean }
  | { readonly kind: 'kept'; readonly request: number; readonly run: RunId }
  | { readonly kind: 'added'; readonly request: number; readonly run: RunId; readonly note: string }
  /** A picture was written; `file` is where, as the user knows it. */
  | { readonly kind: 'saved'; readonly request: number; readonly file: string }
  /** The user changed their mind in a dialog of the host. */
  | { readonly kind: 'cancelled'; readonly request: number }
  /** `run`: the run was kept all the same. */
  | { readonly kind: 'failed'; readonly request: number; readonly message: string; readonly run?: RunId };

/**
 * What the page sends. The host reads `Result` as unknown first, since types do not check data, and
 * makes a `RunResult` of it before anything is written.
 */
export type FromLab<Result = RunResult> =
  | { readonly kind: 'ready' }
  | { readonly kind: 'keepRun'; readonly request: number; readonly result: Result; readonly pictures: readonly ChartPicture[] }
  /** Keeps the run when it is not kept yet (`run` absent), then appends its table to the paper's note. */
  | {
      readonly kind: 'addToNote';
      readonly request: number;
      readonly run?: RunId;
      readonly result: Result;
      readonly pictures: readonly ChartPicture[];
    }
  /** Asks where to write a picture, then writes it. */
  | { readonly kind: 'savePicture'; readonly request: number; readonly picture: ChartPicture }
  | { readonly kind: 'openPaper'; readonly key: PaperKey }
  /** Copies plain text (a table as CSV, a flag) through the host. */
  | { readonly kind: 'copyText'; readonly text: string }
  /** A fault of the page's own, for the log. */
  | { readonly kind: 'fault'; readonly message: string };
