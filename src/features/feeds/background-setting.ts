import * as vscode from 'vscode';

const SECTION = 'lectern.feeds';
const NAME = 'checkInBackground';

/** Whether feeds are checked by themselves, when their schedule says so. */
export function checksInBackground(): boolean {
  return vscode.workspace.getConfiguration(SECTION).get(NAME) === true;
}

export async function setChecksInBackground(): Promise<void> {
  await vscode.workspace.getConfiguration(SECTION).update(NAME, true, vscode.ConfigurationTarget.Global);
}

export function onDidChangeBackground(listener: () => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((change) => {
    if (change.affectsConfiguration(`${SECTION}.${NAME}`)) {
      listener();
    }
  });
}
