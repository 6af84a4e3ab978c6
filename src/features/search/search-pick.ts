import * as vscode from 'vscode';
import { COMMAND } from '../../platform/commands';
import { actionButtons } from './action-buttons';
import type { SearchContext } from './search-context';
import { browseItems, hitItems, type PaperItem } from './items';

/** Enough to scroll through; whoever needs more types another letter. */
const RESULTS = 50;

/** The quick pick: all papers in the order of the tree, then the best hits for what is typed. */
export function showSearch({ papers, paperSearch, order, log }: SearchContext): void {
  const buttons = actionButtons();
  const pick = vscode.window.createQuickPick<PaperItem>();
  pick.title = vscode.l10n.t('Search Papers');
  pick.placeholder = vscode.l10n.t('Words of the title or abstract; typos are forgiven');
  // The engine has ranked the hits: VS Code would sort those whose label matches by name.
  Object.assign(pick, { sortByLabel: false });

  let asked = 0;
  const answer = async (query: string): Promise<void> => {
    const question = ++asked;
    pick.busy = true;
    try {
      const library = await papers.library();
      const items =
        query.trim() === ''
          ? browseItems(library, await order.arrangement(), buttons)
          : hitItems(library, await paperSearch.search(query, RESULTS), buttons);
      if (question === asked) {
        pick.items = items;
      }
    } finally {
      if (question === asked) {
        pick.busy = false;
      }
    }
  };

  pick.onDidChangeValue((query) => log.run(() => answer(query)));
  pick.onDidTriggerItemButton(({ item, button }) => {
    const action = Object.values(buttons).find((known) => known === button);
    if (action) {
      pick.hide();
      log.run(() => vscode.commands.executeCommand(action.command, action === buttons.demo ? item.demo : item.paper.key));
    }
  });
  pick.onDidAccept(() => {
    const [item] = pick.selectedItems;
    if (item) {
      pick.hide();
      log.run(() => vscode.commands.executeCommand(COMMAND.openPaper, item.paper.key));
    }
  });
  pick.onDidHide(() => pick.dispose());
  pick.show();
  log.run(() => answer(''));
}
