import type { Log } from '../../platform/log';
import type { PaperOrder, Papers, PaperSearch, SavedSearches } from '../../platform/stores';

/** The order of the Papers tree, which a query can narrow. */
export interface FilteredOrder extends PaperOrder {
  /** What the tree is narrowed to; empty when it is not. */
  readonly filter: string;
  setFilter(query: string): void;
}

/** What the search works with. */
export interface SearchContext {
  readonly papers: Papers;
  readonly paperSearch: PaperSearch;
  readonly savedSearches: SavedSearches;
  readonly order: FilteredOrder;
  readonly log: Log;
}
