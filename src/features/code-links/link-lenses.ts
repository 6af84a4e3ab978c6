import * as vscode from 'vscode';
import { CODE_LENS_SETTING, shortTitle, showsCodeLenses } from '../../platform/code-lens-setting';
import { COMMAND } from '../../platform/commands';
import { Owned } from '../../platform/owned';
import type { CodeLinksContext } from './code-links-context';
import { wordsOf } from './linked-words';

/** Above linked code: the words that it is linked to. */
export class LinkLenses implements vscode.CodeLensProvider, vscode.Disposable {
  private readonly owned = new Owned();
  private readonly changed = this.owned.add(new vscode.EventEmitter<void>());
  readonly onDidChangeCodeLenses = this.changed.event;

  constructor(private readonly context: CodeLinksContext) {
    this.owned.add(context.codeLinks.onDidChange(() => this.changed.fire()));
    this.owned.add(vscode.workspace.onDidChangeConfiguration((event) => (event.affectsConfiguration(CODE_LENS_SETTING) ? this.changed.fire() : undefined)));
  }

  dispose(): void {
    this.owned.dispose();
  }

  async provideCodeLenses(document: vscode.TextDocument): Promise<vscode.CodeLens[]> {
    if (!showsCodeLenses(document) || vscode.workspace.getWorkspaceFolder(document.uri) === undefined) {
      return [];
    }
    const links = await this.context.codeLinks.in(document);
    const library = links.length === 0 ? undefined : await this.context.papers.library();
    return links.flatMap(({ annotation, anchor }) => {
      if (!('place' in anchor)) {
        return [];
      }
      const { paper: key, id } = annotation;
      const words = vscode.l10n.t('linked to “{0}” · {1}', wordsOf(annotation), shortTitle({ title: library?.paper(key)?.title ?? key }));
      const title = anchor.state === 'changed' ? vscode.l10n.t('{0} (changed since)', words) : words;
      const line = anchor.place.lines.first - 1;
      return [new vscode.CodeLens(new vscode.Range(line, 0, line, 0), { title, command: COMMAND.openPaper, arguments: [key, id] })];
    });
  }
}
