import type { Log } from '../../platform/log';
import type { PaperOrder, Papers } from '../../platform/stores';

/** What the search works with. */
export interface SearchContext {
  readonly papers: Papers;
  readonly order: PaperOrder;
  readonly log: Log;
}
