import * as vscode from 'vscode';
import type { SavedSearch } from '../../core/search/saved-searches';
import { COMMAND } from '../../platform/commands';
import { Owned } from '../../platform/owned';
import { rowButtons, type RowButtons } from './buttons';
import { savedItem, type SearchItem } from './items';
import { renameSearch } from './saved-search-input';
import type { SearchContext } from './search-context';

/** The saved searches by themselves. Enter takes one to the search. */
export function pickSavedSearch(context: SearchContext): void {
  const { savedSearches, log } = context;
  const owned = new Owned();
  const rows = rowButtons();
  const pick = owned.add(vscode.window.createQuickPick<SearchItem>());
  pick.title = vscode.l10n.t('Saved Searches');
  pick.placeholder = vscode.l10n.t('A search to run');
  pick.matchOnDescription = true;
  const list = (): void =>
    log.run(async () => {
      const searches = await savedSearches.list();
      const none = { label: vscode.l10n.t('No search is saved yet'), detail: vscode.l10n.t('A button of the search saves what is typed there.') };
      pick.items = searches.length === 0 ? [none] : searches.map((search) => savedItem(search, rows));
    });
  owned.add(savedSearches.onDidChange(list));
  owned.add(
    pick.onDidTriggerItemButton(({ item: { target }, button }) => {
      if (target?.kind === 'saved') {
        log.run(() => savedSearchAction(context, target.search, rows, button, COMMAND.savedSearches));
      }
    }),
  );
  owned.add(
    pick.onDidAccept(() => {
      const target = pick.selectedItems[0]?.target;
      pick.hide();
      log.run(() => vscode.commands.executeCommand(COMMAND.searchPapers, target?.kind === 'saved' ? target.search.query : ''));
    }),
  );
  owned.add(pick.onDidHide(() => owned.dispose()));
  pick.show();
  list();
}

/**
 * What a button of a saved search does.
 *
 * @param list command that shows the list again, when an input box took its place
 */
export async function savedSearchAction(
  { savedSearches, order }: SearchContext,
  search: SavedSearch,
  rows: RowButtons,
  button: vscode.QuickInputButton,
  list: typeof COMMAND.searchPapers | typeof COMMAND.savedSearches,
): Promise<void> {
  if (button === rows.filter) {
    await filterBySearch(order, search);
  } else if (button === rows.rename) {
    await renameSearch(savedSearches, search);
    await vscode.commands.executeCommand(list, '');
  } else {
    await removeSearch(savedSearches, search);
  }
}

/** Narrows the Papers view to what a saved search finds, and shows it. */
export async function filterBySearch(order: SearchContext['order'], search: SavedSearch): Promise<void> {
  order.setFilter(search.query);
  await vscode.commands.executeCommand('lectern.papers.focus');
}

/** Removes a saved search, and offers to bring it back. */
export async function removeSearch(savedSearches: SearchContext['savedSearches'], search: SavedSearch): Promise<void> {
  await savedSearches.remove(search.name);
  const undo = vscode.l10n.t('Undo');
  if ((await vscode.window.showInformationMessage(vscode.l10n.t('The saved search “{0}” is removed.', search.name), undo)) === undo) {
    await savedSearches.save(search.name, search.query);
  }
}
