import type * as vscode from 'vscode';
import { COMMAND, registerCommand } from '../../platform/commands';
import type { SearchContext } from './search-context';
import { showSearch } from './search-pick';

/** Search Papers: one quick pick over the library. */
export function registerSearch(context: SearchContext): vscode.Disposable {
  return registerCommand(context.log, COMMAND.searchPapers, () => showSearch(context));
}
