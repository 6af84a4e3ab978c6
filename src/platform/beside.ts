import * as vscode from 'vscode';

/** The column beside the active editor; the active one while it is empty, since nothing is there to be beside. */
export function besideActive(): vscode.ViewColumn {
  return vscode.window.tabGroups.activeTabGroup.tabs.length === 0 ? vscode.ViewColumn.Active : vscode.ViewColumn.Beside;
}
