import type * as vscode from 'vscode';
import { COMMAND, registerCommand } from '../../platform/commands';
import { Owned } from '../../platform/owned';
import { typeAndSaveSearch } from './saved-search-input';
import type { SearchContext } from './search-context';
import { SearchPick } from './search-pick';
import { pickSavedSearch } from './saved-search-pick';

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
  owned.add({ dispose: () => pick?.dispose() });
  return owned;
}
