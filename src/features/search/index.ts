import type * as vscode from 'vscode';
import type { SavedSearch } from '../../core/search/saved-searches';
import { COMMAND, registerCommand, type CommandId } from '../../platform/commands';
import { Owned } from '../../platform/owned';
import { renameSearch, typeAndSaveSearch } from './saved-search-input';
import type { SearchContext } from './search-context';
import { SearchPick } from './search-pick';
import { filterBySearch, pickSavedSearch, removeSearch } from './saved-search-pick';

/** Search Papers: one quick pick over the library, the notes and the runs; and the searches kept under a name. */
export function registerSearch(context: SearchContext): vscode.Disposable {
  const { log, savedSearches, order } = context;
  const owned = new Owned();
  let pick: SearchPick | undefined;
  let typed = '';
  const search = (query: string): void => {
    pick?.dispose();
    const shown = new SearchPick(context, query, (last) => {
      typed = last;
      pick = pick === shown ? undefined : pick;
    });
    pick = shown;
  };
  owned.add(registerCommand(log, COMMAND.searchPapers, (query?: unknown) => search(typeof query === 'string' ? query : (pick?.query ?? typed))));
  owned.add(registerCommand(log, COMMAND.openResultToSide, () => pick?.openToSide()));
  owned.add(registerCommand(log, COMMAND.saveSearch, () => typeAndSaveSearch(savedSearches, order.filter === '' ? typed : order.filter)));
  owned.add(registerCommand(log, COMMAND.savedSearches, () => pickSavedSearch(context)));
  const forSearch = (id: CommandId, act: (saved: SavedSearch) => unknown) => owned.add(registerCommand(log, id, ({ search: saved }: SearchArg) => act(saved)));
  forSearch(COMMAND.filterBySearch, (saved) => filterBySearch(order, saved));
  forSearch(COMMAND.runSearch, (saved) => search(saved.query));
  forSearch(COMMAND.renameSearch, (saved) => renameSearch(savedSearches, saved));
  forSearch(COMMAND.removeSearch, (saved) => removeSearch(savedSearches, saved));
  owned.add({ dispose: () => pick?.dispose() });
  return owned;
}

/** What the row of a saved search in the Papers view passes. */
interface SearchArg {
  readonly search: SavedSearch;
}
