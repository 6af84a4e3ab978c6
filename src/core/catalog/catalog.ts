import type { DemoEntry, DemoSlug } from './demo-entry';
import { datasetDecomposition } from './entries/dataset-decomposition';
import { flashAttention } from './entries/flash-attention';
import { lmInfinite } from './entries/lm-infinite';

export type { DemoEntry, DemoSlug } from './demo-entry';

/** The bundled demos, in the order in which they are listed within their theme. */
export const DEMOS: readonly DemoEntry[] = [flashAttention, lmInfinite, datasetDecomposition];

export function demoBySlug(slug: DemoSlug): DemoEntry | undefined {
  return DEMOS.find((demo) => demo.slug === slug);
}

/** Demos whose papers include one of this exact title. */
export function demosForTitle(title: string): readonly DemoEntry[] {
  return DEMOS.filter((demo) => demo.paperTitles.includes(title));
}
