import * as vscode from 'vscode';
import { CODE_LENS_SETTING, shortTitle, showsCodeLenses } from '../../platform/code-lens-setting';
import { COMMAND } from '../../platform/commands';
import { Owned } from '../../platform/owned';
import type { ReferenceLibrary } from '../../platform/reference-library';
import type { CitedDocuments } from './cited-documents';

/** Above a line of code: which paper it cites. */
export class CitationLenses implements vscode.CodeLensProvider, vscode.Disposable {
  private readonly owned = new Owned();
  private readonly changed = this.owned.add(new vscode.EventEmitter<void>());
  readonly onDidChangeCodeLenses = this.changed.event;

  constructor(
    private readonly documents: CitedDocuments,
    library: ReferenceLibrary,
  ) {
    this.owned.add(library.onDidChange(() => this.changed.fire()));
    this.owned.add(vscode.workspace.onDidChangeConfiguration((event) => (event.affectsConfiguration(CODE_LENS_SETTING) ? this.changed.fire() : undefined)));
  }

  dispose(): void {
    this.owned.dispose();
  }

  async provideCodeLenses(document: vscode.TextDocument): Promise<vscode.CodeLens[]> {
    if (!showsCodeLenses(document)) {
      return [];
    }
    const shown = new Set<string>();
    return (await this.documents.in(document)).flatMap(({ range, papers }) =>
      papers.flatMap(({ key, title }) => {
        const id = `${range.start.line} ${key}`;
        if (shown.has(id)) {
          return [];
        }
        shown.add(id);
        return [new vscode.CodeLens(range, { title: vscode.l10n.t('cites {0}', shortTitle({ title })), tooltip: title, command: COMMAND.openPaper, arguments: [key] })];
      }),
    );
  }
}
