import type { Log } from '../../platform/log';
import type { PaperOrder, Papers, PaperSearch } from '../../platform/stores';

/** What the search works with. */
export interface SearchContext {
  readonly papers: Papers;
  readonly paperSearch: PaperSearch;
  readonly order: PaperOrder;
  readonly log: Log;
}
