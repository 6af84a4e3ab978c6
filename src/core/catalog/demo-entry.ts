import type { DemoMeasure, NotMeasured } from './measure';

/** Stable name of a demo, for example `flash-attention`. */
export type DemoSlug = string;

/** A bundled demo as the trees and the Reader list it; its page knows how to run it. */
export interface DemoEntry {
  readonly slug: DemoSlug;
  readonly title: string;
  /** Exact titles of the papers whose mechanism it shows. */
  readonly paperTitles: readonly string[];
  readonly theme: string;
  /** One sentence: what the demo shows. */
  readonly summary: string;
  /** Statements of its papers that a run of it measures. */
  readonly measures: readonly DemoMeasure[];
  /** Statements that it does not measure although they are about the same thing. */
  readonly leaves: readonly NotMeasured[];
}
