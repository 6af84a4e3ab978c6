import * as vscode from 'vscode';
import type { Log } from './log';
import type { SearchCode } from './search-code';

const SETTING = 'lectern.search.aliases';

/** Hands out groups of names for one thing, now and whenever the setting changes. What of it cannot be used goes into the log. */
export function followAliases({ readAliases }: SearchCode, log: Log, take: (groups: readonly (readonly string[])[]) => void): vscode.Disposable {
  const read = (): void => {
    const { groups, problems } = readAliases(vscode.workspace.getConfiguration().get<unknown>(SETTING));
    for (const problem of problems) {
      log.warn(`${SETTING}: ${problem}`);
    }
    take(groups);
  };
  read();
  return vscode.workspace.onDidChangeConfiguration((change) => {
    if (change.affectsConfiguration(SETTING)) {
      read();
    }
  });
}
