import type { AnnotationExchange } from '../../platform/annotation-exchange';
import type { Log } from '../../platform/log';
import type { Annotations, Drafts, Papers } from '../../platform/stores';

export interface AnnotationsContext {
  readonly papers: Papers;
  readonly annotations: Annotations;
  readonly drafts: Drafts;
  readonly log: Log;
}

/** Also with what files of other programs are read and written by. */
export interface ExchangeContext extends AnnotationsContext {
  readonly exchange: AnnotationExchange;
}
