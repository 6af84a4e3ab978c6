/** What of a run gives a number. */
export type MeasureSource =
  /** A metric, by its name in the run. It was counted: the same in every run of these parameters. */
  | { readonly metric: string }
  /** The time of one timing over that of another: how many times as fast the second is. */
  | { readonly timings: readonly [slower: string, faster: string] };

/** A statement of a paper that a demo can measure. */
export interface DemoMeasure {
  /** The statement in the words of the abstract. Where they hold a number it is the claim; else the words are. */
  readonly quote: string;
  readonly source: MeasureSource;
  /** Unit of the measured number. */
  readonly unit: string;
  /** A speed says something of the hardware: it is never shown for a software adapter. */
  readonly isSpeed: boolean;
  /** `part`: the demo measures a part of what the paper does, so the numbers may differ for that reason alone. */
  readonly scope: 'whole' | 'part';
  /** What exactly is measured, and against what. One sentence or two. */
  readonly note: string;
}

/** A statement that a demo of the paper does not measure, and why. */
export interface NotMeasured {
  readonly quote: string;
  readonly why: string;
}

/** What a demo does with the statements of its papers. */
export interface DemoStatements {
  /** Those that a run of it measures. */
  readonly measures: readonly DemoMeasure[];
  /** Those that it does not measure although they are about the same thing. */
  readonly leaves: readonly NotMeasured[];
}
