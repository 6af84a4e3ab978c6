import * as vscode from 'vscode';
import { nearKeys } from '../../core/references/near-keys';
import type { Log } from '../../platform/log';
import { Owned } from '../../platform/owned';
import type { ReferenceLibrary } from '../../platform/reference-library';
import { CITING_DOCUMENTS, rangeOf, type CitedDocuments } from './cited-documents';

/** Typing settles for so long before keys are looked up, in milliseconds. */
const QUIET_MS = 400;

const SOURCE = 'Lectern';
const CODE = 'unknown-paper';
const PREFIX = '@paper:';

/** Warns of keys that no paper of the library has, and offers those they may be meant for. */
export class UnknownKeys implements vscode.Disposable, vscode.CodeActionProvider {
  private readonly owned = new Owned();
  private readonly shown = this.owned.add(vscode.languages.createDiagnosticCollection('lectern.references'));
  private readonly waiting = new Map<vscode.TextDocument, ReturnType<typeof setTimeout>>();

  constructor(
    private readonly documents: CitedDocuments,
    private readonly library: ReferenceLibrary,
    private readonly log: Log,
  ) {
    const { workspace } = vscode;
    this.owned.add(vscode.languages.registerCodeActionsProvider(CITING_DOCUMENTS, this, { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] }));
    this.owned.add(workspace.onDidOpenTextDocument((document) => this.checkSoon(document)));
    this.owned.add(workspace.onDidChangeTextDocument(({ document }) => this.checkSoon(document)));
    this.owned.add(workspace.onDidCloseTextDocument((document) => this.forget(document)));
    this.owned.add(library.onDidChange(() => workspace.textDocuments.forEach((document) => this.checkSoon(document))));
    workspace.textDocuments.forEach((document) => this.checkSoon(document));
  }

  dispose(): void {
    this.waiting.forEach((timer) => clearTimeout(timer));
    this.owned.dispose();
  }

  async provideCodeActions(document: vscode.TextDocument, _range: vscode.Range, { diagnostics }: vscode.CodeActionContext): Promise<vscode.CodeAction[]> {
    const unknown = diagnostics.filter(({ source, code }) => source === SOURCE && code === CODE);
    if (unknown.length === 0) {
      return [];
    }
    const { papers } = (await this.library.cited()).library;
    return unknown.flatMap((diagnostic) => {
      const typed = document.getText(diagnostic.range).slice(PREFIX.length);
      return nearKeys(papers, typed).map((key, index) => {
        const action = new vscode.CodeAction(vscode.l10n.t('Cite {0} instead', key), vscode.CodeActionKind.QuickFix);
        action.diagnostics = [diagnostic];
        action.isPreferred = index === 0;
        action.edit = new vscode.WorkspaceEdit();
        action.edit.replace(document.uri, diagnostic.range, PREFIX + key);
        return action;
      });
    });
  }

  private checkSoon(document: vscode.TextDocument): void {
    if (vscode.languages.match(CITING_DOCUMENTS, document) > 0) {
      clearTimeout(this.waiting.get(document));
      this.waiting.set(document, setTimeout(() => this.log.run(() => this.check(document)), QUIET_MS));
    }
  }

  private async check(document: vscode.TextDocument): Promise<void> {
    this.waiting.delete(document);
    const keys = this.documents.citationsIn(document).filter(({ kind }) => kind === 'key');
    const { version } = document;
    const cited = keys.length === 0 ? undefined : await this.library.cited();
    if (document.isClosed || document.version !== version) {
      return;
    }
    const unknown = keys.filter((citation) => cited?.papersOf(citation).length === 0);
    this.shown.set(
      document.uri,
      unknown.map((citation) => {
        const words = vscode.l10n.t('No paper in the library has the key “{0}”.', citation.id);
        const diagnostic = new vscode.Diagnostic(rangeOf(document, citation), words, vscode.DiagnosticSeverity.Warning);
        diagnostic.source = SOURCE;
        diagnostic.code = CODE;
        return diagnostic;
      }),
    );
  }

  private forget(document: vscode.TextDocument): void {
    clearTimeout(this.waiting.get(document));
    this.waiting.delete(document);
    this.shown.delete(document.uri);
  }
}
