import type * as vscode from 'vscode';
import { COMMAND, registerCommand } from '../../platform/commands';
import type { Log } from '../../platform/log';
import type { PaperOrder, Papers } from '../../platform/stores';
import { showSearch } from './search-pick';

export interface SearchContext {
  readonly papers: Papers;
  readonly order: PaperOrder;
  readonly log: Log;
}

/** Search Papers: one quick pick over the library. */
export function registerSearch(context: SearchContext): vscode.Disposable {
  return registerCommand(context.log, COMMAND.searchPapers, () => showSearch(context));
}
