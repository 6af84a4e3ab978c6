import type { DemoSlug } from '../../src/core/catalog/catalog';
import type { Demo } from '../gpu/demo';
import { datasetDecomposition } from './dataset-decomposition/dataset-decomposition';
import { drpoDecoupled } from './drpo-decoupled/drpo-decoupled';
import { extractingAlignment } from './extracting-alignment/extracting-alignment';
import { flashAttention } from './flash-attention/flash-attention';
import { lmInfinite } from './lm-infinite/lm-infinite';

/** The bundled demos by slug. */
export const demos: Readonly<Record<DemoSlug, Demo>> = {
  [flashAttention.slug]: flashAttention,
  [datasetDecomposition.slug]: datasetDecomposition,
  [lmInfinite.slug]: lmInfinite,
  [drpoDecoupled.slug]: drpoDecoupled,
  [extractingAlignment.slug]: extractingAlignment,
};

/** The demo of a slug; `undefined` when this version bundles none. */
export function loadDemo(slug: DemoSlug): Demo | undefined {
  return Object.hasOwn(demos, slug) ? demos[slug] : undefined;
}
