import * as vscode from 'vscode';
import { searchNamed, LONGEST_SEARCH_NAME, problemOfName, type SavedSearch } from '../../core/search/saved-searches';
import type { SavedSearches } from '../../platform/stores';

/** Asks for a name and keeps the query under it. */
export async function saveSearch(saved: SavedSearches, query: string): Promise<void> {
  const name = await askForName(await saved.list(), { title: vscode.l10n.t('Save Search'), prompt: vscode.l10n.t('A name for “{0}”', query), value: query });
  if (name !== undefined) {
    await saved.save(name, query);
    vscode.window.setStatusBarMessage(vscode.l10n.t('The search “{0}” is saved.', name), 5_000);
  }
}

export async function renameSearch(saved: SavedSearches, { name }: SavedSearch): Promise<void> {
  const others = (await saved.list()).filter((other) => other.name !== name);
  const to = await askForName(others, { title: vscode.l10n.t('Rename Search'), prompt: vscode.l10n.t('Another name for “{0}”', name), value: name });
  if (to !== undefined) {
    await saved.rename(name, to);
  }
}

/** Asks for a query first, offering what is searched or filtered now. */
export async function typeAndSaveSearch(saved: SavedSearches, offered: string): Promise<void> {
  const query = await vscode.window.showInputBox({
    title: vscode.l10n.t('Save Search'),
    prompt: vscode.l10n.t('The search to save, for example: status:unread has:code year:2024'),
    value: offered,
    validateInput: (value) => (value.trim() === '' ? vscode.l10n.t('Type a search.') : undefined),
  });
  if (query !== undefined) {
    await saveSearch(saved, query.trim());
  }
}

async function askForName(taken: readonly SavedSearch[], options: vscode.InputBoxOptions): Promise<string | undefined> {
  const name = await vscode.window.showInputBox({ ...options, validateInput: (value) => remarkOn(value, taken) });
  return name?.trim();
}

function remarkOn(name: string, taken: readonly SavedSearch[]): string | vscode.InputBoxValidationMessage | undefined {
  switch (problemOfName(name)) {
    case 'empty':
      return vscode.l10n.t('Type a name.');
    case 'long':
      return vscode.l10n.t('A name has at most {0} characters.', LONGEST_SEARCH_NAME);
    case undefined: {
      const other = searchNamed(taken, name);
      return other && { message: vscode.l10n.t('This replaces the search “{0}”: {1}', other.name, other.query), severity: vscode.InputBoxValidationSeverity.Warning };
    }
  }
}
