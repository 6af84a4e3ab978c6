import * as vscode from 'vscode';
import type { Paper } from '../../core/papers/paper';
import { rankPapers } from '../../core/references/rank-papers';

/** Papers offered at once; who looks for another types a word of it. */
const MOST_OFFERED = 200;

/** Whatever the user is asked or told about imports and exports of annotations. Tests answer for the user. */
export interface ExchangePrompts {
  /** Files to import; none when the user changes their mind. */
  files(): Promise<readonly vscode.Uri[]>;
  pick<T extends vscode.QuickPickItem>(items: readonly T[], title: string): Promise<T | undefined>;
  paper(papers: readonly Paper[], title: string): Promise<Paper | undefined>;
  /** Where to save a file, or `undefined` when the user changes their mind. VS Code asks before one that is there is replaced. */
  target(name: string, extension: string, kind: string): Promise<vscode.Uri | undefined>;
  /** Resolves with the button pressed, when the message is gone. */
  tell(message: string, ...buttons: readonly string[]): Promise<string | undefined>;
}

export const windowPrompts: ExchangePrompts = {
  async files() {
    const filters = { [vscode.l10n.t('Annotations')]: ['json', 'jsonld'], [vscode.l10n.t('All files')]: ['*'] };
    const title = vscode.l10n.t('Import Annotations');
    return (await vscode.window.showOpenDialog({ canSelectMany: true, filters, title, openLabel: vscode.l10n.t('Import') })) ?? [];
  },

  async pick(items, title) {
    return vscode.window.showQuickPick(items, { title, matchOnDescription: true });
  },

  paper(papers, title) {
    return new Promise((resolve) => {
      const pick = vscode.window.createQuickPick<vscode.QuickPickItem & { readonly paper: Paper }>();
      const offer = () => {
        pick.items = rankPapers(papers, pick.value, MOST_OFFERED).map((paper) => ({ label: paper.title, description: paper.key, alwaysShow: true, paper }));
      };
      pick.title = title;
      pick.placeholder = vscode.l10n.t('Words of the title, or the key');
      pick.onDidChangeValue(offer);
      pick.onDidAccept(() => {
        resolve(pick.selectedItems[0]?.paper);
        pick.hide();
      });
      pick.onDidHide(() => {
        resolve(undefined);
        pick.dispose();
      });
      offer();
      pick.show();
    });
  },

  async target(name, extension, kind) {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    return vscode.window.showSaveDialog({
      ...(folder ? { defaultUri: vscode.Uri.joinPath(folder, `${name}.${extension}`) } : {}),
      filters: { [kind]: [extension] },
      title: vscode.l10n.t('Export Annotations'),
      saveLabel: vscode.l10n.t('Export'),
    });
  },

  async tell(message, ...buttons) {
    return vscode.window.showInformationMessage(message, ...buttons);
  },
};
