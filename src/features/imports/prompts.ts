import * as vscode from 'vscode';
import { parseImportUrl } from './import-url';

export interface Question {
  readonly message: string;
  readonly detail: string;
  /** What the button that agrees says. */
  readonly yes: string;
}

/** Whatever the user is asked or told about imports and exports. Tests answer for the user. */
export interface Prompts {
  /** Files to import; none when the user changes their mind. */
  files(): Promise<readonly vscode.Uri[]>;
  /** A checked https address, or `undefined` when the user changes their mind. */
  url(): Promise<string | undefined>;
  confirm(question: Question): Promise<boolean>;
  pick<T extends vscode.QuickPickItem>(items: readonly T[], title: string): Promise<T | undefined>;
  /** Where to save a file, or `undefined` when the user changes their mind. */
  target(name: string, extension: string, kind: string): Promise<vscode.Uri | undefined>;
  /** Resolves with the button pressed, when the message is gone. */
  tell(message: string, ...buttons: readonly string[]): Promise<string | undefined>;
}

/** File name endings of what can be imported. The content decides, so any other file can be chosen too. */
const EXTENSIONS = ['txt', 'digest', 'bib', 'ris', 'json', 'jsonl', 'xml', 'rss', 'atom', 'html', 'htm', 'md'];

export const windowPrompts: Prompts = {
  async files() {
    const filters = { [vscode.l10n.t('Digests and bibliographies')]: EXTENSIONS, [vscode.l10n.t('All files')]: ['*'] };
    const chosen = await vscode.window.showOpenDialog({
      canSelectMany: true,
      filters,
      title: vscode.l10n.t('Import Papers'),
      openLabel: vscode.l10n.t('Import'),
    });
    return chosen ?? [];
  },

  async url() {
    const typed = await vscode.window.showInputBox({
      title: vscode.l10n.t('Import Papers from URL'),
      prompt: vscode.l10n.t('Address of a digest, feed or bibliography. You are asked again before anything is fetched.'),
      placeHolder: 'https://',
      ignoreFocusOut: true,
      validateInput: (value) => (value.trim() === '' ? undefined : urlProblem(value)),
    });
    const parsed = parseImportUrl(typed ?? '');
    return 'url' in parsed ? parsed.url : undefined;
  },

  async confirm({ message, detail, yes }) {
    return (await vscode.window.showWarningMessage(message, { modal: true, detail }, yes)) === yes;
  },

  async pick(items, title) {
    return vscode.window.showQuickPick(items, { title, matchOnDescription: true });
  },

  async target(name, extension, kind) {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    return vscode.window.showSaveDialog({
      ...(folder ? { defaultUri: vscode.Uri.joinPath(folder, `${name}.${extension}`) } : {}),
      filters: { [kind]: [extension] },
      title: vscode.l10n.t('Export Papers'),
      saveLabel: vscode.l10n.t('Export'),
    });
  },

  async tell(message, ...buttons) {
    return vscode.window.showInformationMessage(message, ...buttons);
  },
};

function urlProblem(text: string): string | undefined {
  const parsed = parseImportUrl(text);
  if ('url' in parsed) {
    return undefined;
  }
  return {
    none: vscode.l10n.t('This is no web address.'),
    scheme: vscode.l10n.t('Only addresses that begin with https:// are fetched.'),
    credentials: vscode.l10n.t('Leave out the user name and password: Lectern sends neither.'),
    length: vscode.l10n.t('The address is too long.'),
  }[parsed.problem];
}
