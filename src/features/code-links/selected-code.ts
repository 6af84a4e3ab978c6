import * as vscode from 'vscode';
import type { CodeSymbol } from '../../core/anchors/code-symbols';
import type { CodeTarget, LineRange } from '../../core/anchors/code-target';
import { describeCode, type CodeFacts } from '../../core/anchors/describe-code';
import { checkedOutCommit } from '../../platform/checked-out-commit';
import { ReaderError } from '../../platform/errors';
import { PAPER_SCHEME } from '../../platform/paper-uri';
import { pathIn } from '../../platform/reference-files';

/** A server of a language that has just been started is not waited for longer, in milliseconds: the symbols are one way of several to find code again. */
const PATIENCE_MS = 2000;

/** More than this is no place in code. */
const MOST_LINES = 1000;

/** The editor whose selection is meant: the active one; while a Reader is, one beside it, with something selected rather than not. */
export function codeEditor(): vscode.TextEditor | undefined {
  const { activeTextEditor: active, visibleTextEditors: visible } = vscode.window;
  const beside = visible.filter(({ document }) => document.uri.scheme !== PAPER_SCHEME && vscode.workspace.getWorkspaceFolder(document.uri) !== undefined);
  return active ?? beside.find(({ selection }) => !selection.isEmpty) ?? beside[0];
}

/** The selected lines; that of the cursor where nothing is selected. A line of which only the beginning is selected up to is none. */
export function selectedLines({ selection }: vscode.TextEditor): LineRange {
  const { start, end } = selection;
  return { first: start.line + 1, last: end.character === 0 && end.line > start.line ? end.line : end.line + 1 };
}

/**
 * The code that is selected.
 *
 * @throws ReaderError when there is none that can be linked
 */
export async function selectedCode(): Promise<CodeTarget> {
  const editor = codeEditor();
  const folder = editor && vscode.workspace.getWorkspaceFolder(editor.document.uri);
  if (editor === undefined || folder === undefined || editor.document.isUntitled) {
    throw new ReaderError(vscode.l10n.t('Select code in a file of an open folder first.'));
  }
  const { document } = editor;
  const lines = selectedLines(editor);
  if (lines.last - lines.first >= MOST_LINES) {
    throw new ReaderError(vscode.l10n.t('More than {0} lines are selected. Select the lines that the sentence is about.', MOST_LINES));
  }
  const facts = await codeFacts(document);
  const code = describeCode({ path: pathIn(folder, document.uri), text: document.getText() }, lines, facts);
  if (code === undefined) {
    throw new ReaderError(vscode.l10n.t('The selected lines are empty. Select the code that the sentence is about.'));
  }
  return code;
}

/** What VS Code knows of a document's code. */
export async function codeFacts(document: vscode.TextDocument): Promise<CodeFacts> {
  const commit = checkedOutCommit(document.uri);
  return { symbols: await symbolsOf(document), ...(commit === undefined ? {} : { commit }) };
}

async function symbolsOf({ uri }: vscode.TextDocument): Promise<readonly CodeSymbol[]> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tired = new Promise<undefined>((resolve) => (timer = setTimeout(() => resolve(undefined), PATIENCE_MS)));
  const told = vscode.commands.executeCommand<readonly vscode.DocumentSymbol[] | undefined>('vscode.executeDocumentSymbolProvider', uri);
  try {
    return (await Promise.race([told, tired]))?.flatMap(symbolOf) ?? [];
  } finally {
    clearTimeout(timer);
  }
}

/** Older providers tell symbols without their ranges and what is in them: those are of no help. */
function symbolOf({ name, range, children }: Partial<vscode.DocumentSymbol>): readonly CodeSymbol[] {
  if (name === undefined || range === undefined || children === undefined) {
    return [];
  }
  return [{ name, lines: { first: range.start.line + 1, last: range.end.line + 1 }, children: children.flatMap(symbolOf) }];
}
