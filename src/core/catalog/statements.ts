import type { DemoSlug } from './demo-entry';
import { datasetDecompositionStatements } from './entries/dataset-decomposition';
import { drpoDecoupledStatements } from './entries/drpo-decoupled';
import { extractingAlignmentStatements } from './entries/extracting-alignment';
import { flashAttentionStatements } from './entries/flash-attention';
import { lmInfiniteStatements } from './entries/lm-infinite';
import type { DemoStatements } from './measure';

/** What each demo does with the statements of its papers. A file of the build: only the Reader asks for them. */
export const STATEMENTS: Readonly<Record<DemoSlug, DemoStatements>> = {
  'dataset-decomposition': datasetDecompositionStatements,
  'drpo-decoupled': drpoDecoupledStatements,
  'extracting-alignment': extractingAlignmentStatements,
  'flash-attention': flashAttentionStatements,
  'lm-infinite': lmInfiniteStatements,
};
