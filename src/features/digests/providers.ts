import * as vscode from 'vscode';
import type { OutlineEntry } from '../../core/papers/page-outline';
import { COMMAND } from '../../platform/commands';
import { formatDay } from '../../platform/dates';
import type { DigestReadings } from './reading';
import { textLinks } from './text-links';

/** Each paper is a symbol, so that the outline, the breadcrumbs and Go to Symbol list the papers. */
export function symbolProvider(readings: DigestReadings): vscode.DocumentSymbolProvider {
  return {
    async provideDocumentSymbols(document) {
      return (await readings.of(document))?.papers.map((entry) => {
        const range = new vscode.Range(new vscode.Position(entry.first, 0), document.lineAt(entry.last).range.end);
        return new vscode.DocumentSymbol(entry.title, factsOf(entry), vscode.SymbolKind.String, range, document.lineAt(entry.titleLine).range);
      });
    },
  };
}

/** Each paper folds to its title; so does what stands before the first. */
export function foldingProvider(readings: DigestReadings): vscode.FoldingRangeProvider {
  return {
    async provideFoldingRanges(document) {
      const papers = (await readings.of(document))?.papers;
      if (!papers) {
        return undefined;
      }
      const lead = leadOf(document, papers);
      const folds = papers.filter(({ titleLine, last }) => last > titleLine).map(({ titleLine, last }) => new vscode.FoldingRange(titleLine, last));
      return lead > 0 ? [new vscode.FoldingRange(0, lead, vscode.FoldingRangeKind.Comment), ...folds] : folds;
    },
  };
}

export const linkProvider: vscode.DocumentLinkProvider = {
  provideDocumentLinks: (document) =>
    textLinks(document.getText()).map(({ start, end, url, label }) => {
      const link = new vscode.DocumentLink(new vscode.Range(document.positionAt(start), document.positionAt(end)), vscode.Uri.parse(url));
      link.tooltip = label;
      return link;
    }),
};

const IMPORT = vscode.CodeActionKind.Source.append('lectern.import');

/** Importing the document, among its source actions. */
export const importActions = {
  kinds: [IMPORT],
  provider: {
    provideCodeActions(document) {
      const title = vscode.l10n.t('Import This Digest into Lectern');
      const action = new vscode.CodeAction(title, IMPORT);
      action.command = { command: COMMAND.importThis, title, arguments: [document.uri] };
      return [action];
    },
  } satisfies vscode.CodeActionProvider,
};

/** Last line with words before the first paper. */
function leadOf(document: vscode.TextDocument, [first]: readonly OutlineEntry[]): number {
  let line = (first?.first ?? 0) - 1;
  while (line > 0 && document.lineAt(line).isEmptyOrWhitespace) {
    line--;
  }
  return line;
}

function factsOf({ authorCount, published }: OutlineEntry): string {
  const people = authorCount === undefined ? [] : [authorCount === 1 ? vscode.l10n.t('1 author') : vscode.l10n.t('{0} authors', authorCount)];
  return [...people, ...(published === undefined ? [] : [formatDay(published)])].join(' · ');
}
