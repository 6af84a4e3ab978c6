import type { DemoSlug } from '../catalog/catalog';
import type { PaperKey } from '../papers/paper';
import type { RunResult } from './result';

export const RUN_FORMAT = 'lectern-run';
export const RUN_VERSION = 1;

/** Folder name of a run: `<time>-<demo>-<id>`, for example `20260109-142501-flash-attention-k3f9`. */
export type RunId = string;

/** A kept run as `run.json` holds it. */
export interface RunRecord {
  readonly format: typeof RUN_FORMAT;
  readonly version: typeof RUN_VERSION;
  readonly id: RunId;
  readonly demo: DemoSlug;
  readonly title: string;
  /** Papers the demo belongs to. */
  readonly papers: readonly PaperKey[];
  /** When it was kept, ISO 8601 with time zone. */
  readonly kept: string;
  readonly hypothesis: string;
  readonly expectation: string;
  readonly conclusion: string;
  readonly tags: readonly string[];
  readonly result: RunResult;
}
