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
}
