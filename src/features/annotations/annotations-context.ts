import type { Log } from '../../platform/log';
import type { Annotations, Drafts, Papers } from '../../platform/stores';

export interface AnnotationsContext {
  readonly papers: Papers;
  readonly annotations: Annotations;
  readonly drafts: Drafts;
  readonly log: Log;
}
