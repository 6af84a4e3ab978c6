import * as vscode from 'vscode';
import type { ImportProblem } from '../../core/papers/digest';
import { Owned } from '../../platform/owned';
import type { Log } from '../../platform/log';
import { DIGEST_LANGUAGE, type DigestReadings } from './reading';

/** How long nobody types before a document is read again. */
const QUIET_MS = 300;
/** Documents of more UTF-16 units are read again when they are saved, not while they are typed. */
const LARGE = 2 * 1024 * 1024;

/** Import problems of open digests in the Problems panel. */
export class DigestProblems implements vscode.Disposable {
  private readonly owned = new Owned();
  private readonly shown = this.owned.add(vscode.languages.createDiagnosticCollection(DIGEST_LANGUAGE));
  private readonly waiting = new Map<vscode.TextDocument, ReturnType<typeof setTimeout>>();

  constructor(
    private readonly readings: DigestReadings,
    private readonly log: Log,
  ) {
    const { workspace } = vscode;
    this.owned.add(workspace.onDidOpenTextDocument((document) => this.check(document)));
    this.owned.add(workspace.onDidSaveTextDocument((document) => this.check(document)));
    this.owned.add(workspace.onDidChangeTextDocument(({ document }) => this.checkLater(document)));
    this.owned.add(workspace.onDidCloseTextDocument((document) => this.forget(document)));
    workspace.textDocuments.forEach((document) => this.check(document));
  }

  dispose(): void {
    this.waiting.forEach((timer) => clearTimeout(timer));
    this.waiting.clear();
    this.owned.dispose();
  }

  private checkLater(document: vscode.TextDocument): void {
    if (!isDigest(document) || lengthOf(document) > LARGE) {
      return;
    }
    clearTimeout(this.waiting.get(document));
    this.waiting.set(document, setTimeout(() => this.check(document), QUIET_MS));
  }

  private check(document: vscode.TextDocument): void {
    if (!isDigest(document)) {
      return;
    }
    clearTimeout(this.waiting.get(document));
    this.waiting.delete(document);
    if (isEmpty(document)) {
      this.shown.set(document.uri, []);
    } else {
      this.log.run(() => this.show(document));
    }
  }

  /** Leaves what is shown when the document has changed meanwhile: it is checked again then. */
  private async show(document: vscode.TextDocument): Promise<void> {
    const problems = (await this.readings.of(document))?.problems;
    if (problems && !document.isClosed && isDigest(document)) {
      this.shown.set(document.uri, problems.map((problem) => diagnostic(document, problem)));
    }
  }

  private forget(document: vscode.TextDocument): void {
    clearTimeout(this.waiting.get(document));
    this.waiting.delete(document);
    if (isDigest(document)) {
      this.shown.delete(document.uri);
    }
  }
}

function diagnostic(document: vscode.TextDocument, { line, reason, severity }: ImportProblem): vscode.Diagnostic {
  const { range, firstNonWhitespaceCharacterIndex } = document.lineAt(Math.min(line, document.lineCount) - 1);
  const level = severity === 'rejected' ? vscode.DiagnosticSeverity.Error : vscode.DiagnosticSeverity.Warning;
  const found = new vscode.Diagnostic(range.with(range.start.translate(0, firstNonWhitespaceCharacterIndex)), reason, level);
  found.source = 'Lectern';
  return found;
}

/** Not so for the other side of a comparison, which nobody can mend. */
function isDigest({ languageId, uri }: vscode.TextDocument): boolean {
  return languageId === DIGEST_LANGUAGE && uri.scheme !== 'git';
}

/** A new document is not a faulty one. */
function isEmpty(document: vscode.TextDocument): boolean {
  return lengthOf(document) < LARGE && document.getText().trim() === '';
}

function lengthOf(document: vscode.TextDocument): number {
  return document.offsetAt(document.lineAt(document.lineCount - 1).range.end);
}
