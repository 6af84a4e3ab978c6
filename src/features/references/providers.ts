import * as vscode from 'vscode';
import type { Paper } from '../../core/papers/paper';
import { readingOf } from '../../core/papers/reading';
import { rankPapers } from '../../core/references/rank-papers';
import { paperUri } from '../../platform/paper-uri';
import type { ReferenceLibrary } from '../../platform/reference-library';
import type { ReadingStates } from '../../platform/stores';
import type { CitedDocuments } from './cited-documents';
import { paperCard } from './paper-card';

/** Typing narrows the list, and VS Code asks again: more would only be in the way. */
const MOST_COMPLETIONS = 200;
const MOST_SYMBOLS = 50;

const TYPED_KEY = /(?<![\w.@]|[\w.~-]\/)@paper:([\w-]{0,80})$/u;

/** The beginning of `@paper:` in what looks like a comment: elsewhere an `@` is a decorator's, or an address's. */
const TYPED_MARK = /(?:#|\/\/|\/\*|^\s*\*|--|%|;|<!--|"{3}|'{3}).*(?<![\w.@]|[\w.~-]\/)(@(?:p(?:a(?:p(?:er?)?)?)?)?)$/u;
const MARK = '@paper:';

/** What asks for papers while it is typed; VS Code asks by itself only outside of comments. */
export const COMPLETION_TRIGGERS = ['@', ':', '-'] as const;

const TOP = new vscode.Position(0, 0);

/** Papers after `@paper:`, by key and by words of the title. */
export function completionProvider(library: ReferenceLibrary): vscode.CompletionItemProvider {
  return {
    async provideCompletionItems(document, position) {
      const before = document.lineAt(position).text.slice(0, position.character);
      const typed = TYPED_KEY.exec(before.slice(-100))?.[1];
      if (typed === undefined) {
        const begun = TYPED_MARK.exec(before.slice(-500))?.[1];
        return begun === undefined ? undefined : [markItem(new vscode.Range(position.translate(0, -begun.length), position))];
      }
      const { papers } = (await library.cited()).library;
      const ranked = rankPapers(papers, typed, MOST_COMPLETIONS);
      const replaced = document.getWordRangeAtPosition(position, /[\w-]+/u);
      const from = position.translate(0, -typed.length);
      const range = new vscode.Range(from, typed !== '' && replaced ? replaced.end : position);
      const items = ranked.map((paper, index) => completionItem(paper, index, range));
      return new vscode.CompletionList(items, true);
    },
  };
}

/** `@paper:` itself; the papers follow. */
function markItem(range: vscode.Range): vscode.CompletionItem {
  const item = new vscode.CompletionItem({ label: MARK, description: vscode.l10n.t('Cite a paper') }, vscode.CompletionItemKind.Reference);
  item.range = range;
  item.command = { command: 'editor.action.triggerSuggest', title: vscode.l10n.t('Choose a paper') };
  return item;
}

function completionItem(paper: Paper, index: number, range: vscode.Range): vscode.CompletionItem {
  const item = new vscode.CompletionItem({ label: paper.key, description: paper.title }, vscode.CompletionItemKind.Reference);
  item.range = range;
  item.insertText = paper.key;
  // Words of the title find it too.
  item.filterText = `${paper.key} ${paper.title}`;
  item.sortText = String(index).padStart(4, '0');
  item.detail = paper.title;
  return item;
}

/** What paper it is, and what can be done with it. */
export function hoverProvider(documents: CitedDocuments, states: ReadingStates): vscode.HoverProvider {
  return {
    async provideHover(document, position) {
      const cited = await documents.at(document, position);
      if (!cited) {
        return undefined;
      }
      const readings = await states.readings();
      return new vscode.Hover(cited.papers.map((paper) => paperCard(paper, readingOf(readings, paper.key))), cited.range);
    },
  };
}

/** Leads to the Reader. A web address stays one, since VS Code makes it a link already; its definition is the paper all the same. */
export function linkProvider(documents: CitedDocuments): vscode.DocumentLinkProvider {
  return {
    async provideDocumentLinks(document) {
      const cited = await documents.in(document);
      return cited.flatMap(({ range, papers: [paper] }) => {
        if (paper === undefined || document.getText(range).includes('://')) {
          return [];
        }
        const link = new vscode.DocumentLink(range, paperUri(paper.key));
        link.tooltip = vscode.l10n.t('Open “{0}” in the Reader', paper.title);
        return [link];
      });
    },
  };
}

export function definitionProvider(documents: CitedDocuments): vscode.DefinitionProvider {
  return {
    async provideDefinition(document, position) {
      const cited = await documents.at(document, position);
      return cited?.papers.map(({ key }) => ({ originSelectionRange: cited.range, targetUri: paperUri(key), targetRange: new vscode.Range(TOP, TOP) }));
    },
  };
}

/** Papers among the symbols of the workspace (Ctrl+T). */
export function symbolProvider(library: ReferenceLibrary): vscode.WorkspaceSymbolProvider {
  return {
    async provideWorkspaceSymbols(query) {
      if (query.trim() === '') {
        return [];
      }
      const { papers } = (await library.cited()).library;
      return rankPapers(papers, query, MOST_SYMBOLS).map(
        ({ key, title }) => new vscode.SymbolInformation(title, vscode.SymbolKind.String, key, new vscode.Location(paperUri(key), TOP)),
      );
    },
  };
}
