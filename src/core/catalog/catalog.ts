import type { DemoEntry, DemoSlug } from './demo-entry';
import { datasetDecomposition } from './entries/dataset-decomposition';
import { drpoDecoupled } from './entries/drpo-decoupled';
import { extractingAlignment } from './entries/extracting-alignment';
import { flashAttention } from './entries/flash-attention';
import { lmInfinite } from './entries/lm-infinite';

export type { DemoEntry, DemoSlug } from './demo-entry';

/** The bundled demos, in the order in which they are listed within their theme. */
export const DEMOS: readonly DemoEntry[] = [flashAttention, lmInfinite, datasetDecomposition, drpoDecoupled, extractingAlignment];

export function demoBySlug(slug: DemoSlug): DemoEntry | undefined {
  return DEMOS.find((demo) => demo.slug === slug);
}

/** Demos whose papers include one of this exact title. */
export function demosForTitle(title: string): readonly DemoEntry[] {
  return DEMOS.filter((demo) => demo.paperTitles.includes(title));
}
