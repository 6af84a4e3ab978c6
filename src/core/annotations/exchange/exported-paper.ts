import type { Paper, PaperKey } from '../../papers/paper';
import type { Annotation } from '../annotation';

/** Annotations of one paper that leave Lectern, in the order in which they were made. */
export interface ExportedPaper {
  readonly key: PaperKey;
  /** Absent where the library does not have it any more. */
  readonly paper?: Paper;
  readonly annotations: readonly Annotation[];
}
