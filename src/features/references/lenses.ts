import * as vscode from 'vscode';
import { COMMAND } from '../../platform/commands';
import { Owned } from '../../platform/owned';
import type { ReferenceLibrary } from '../../platform/reference-library';
import type { CitedDocuments } from './cited-documents';

const SETTING = 'lectern.references.codeLens';

/** Prose and data cite at every turn: a line above each would be in the way. */
const NOT_CODE = new Set('markdown plaintext bibtex latex tex restructuredtext json jsonc jsonl html xml log diff yaml toml'.split(' '));

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
    this.owned.add(vscode.workspace.onDidChangeConfiguration((event) => (event.affectsConfiguration(SETTING) ? this.changed.fire() : undefined)));
  }

  dispose(): void {
    this.owned.dispose();
  }

  async provideCodeLenses(document: vscode.TextDocument): Promise<vscode.CodeLens[]> {
    if (NOT_CODE.has(document.languageId) || !vscode.workspace.getConfiguration(undefined, document).get<boolean>(SETTING, true)) {
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
        return [new vscode.CodeLens(range, { title: vscode.l10n.t('cites {0}', shortTitle(title)), tooltip: title, command: COMMAND.openPaper, arguments: [key] })];
      }),
    );
  }
}

/** What a paper is called: its title up to the colon, and no more than fits above a line. */
function shortTitle(title: string): string {
  const name = /^([^:]{2,40}):\s/u.exec(title)?.[1] ?? title;
  return name.length <= 60 ? name : `${name.slice(0, 59)}…`;
}
