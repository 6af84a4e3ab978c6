import * as vscode from 'vscode';
import type { PaperKey } from '../core/papers/paper';

export const PAPER_SCHEME = 'lectern';
export const READER_VIEW_TYPE = 'lectern.reader';

/** The document of a paper: `lectern:/papers/<key>.md`. */
export function paperUri(key: PaperKey): vscode.Uri {
  return vscode.Uri.from({ scheme: PAPER_SCHEME, path: `/papers/${key}.md` });
}

/** The document of a paper with the abstract that its annotations were made on: `lectern:/papers/<key>/as-annotated.md`. */
export function annotatedPaperUri(key: PaperKey): vscode.Uri {
  return vscode.Uri.from({ scheme: PAPER_SCHEME, path: `/papers/${key}/as-annotated.md` });
}

/** The key that such a document names; `undefined` for any other URI. */
export function annotatedPaperKeyOf(uri: vscode.Uri): PaperKey | undefined {
  const match = /^\/papers\/([a-z0-9-]+)\/as-annotated\.md$/.exec(uri.path);
  return uri.scheme === PAPER_SCHEME ? match?.[1] : undefined;
}

/** The key that a paper's document names; `undefined` for any other URI. */
export function paperKeyOf(uri: vscode.Uri): PaperKey | undefined {
  const match = /^\/papers\/([a-z0-9-]+)\.md$/.exec(uri.path);
  return uri.scheme === PAPER_SCHEME ? match?.[1] : undefined;
}

/** The paper of the active editor, in either face; `undefined` when it is not a paper. */
export function activePaperKey(): PaperKey | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  const isDocument = input instanceof vscode.TabInputCustom || input instanceof vscode.TabInputText;
  return isDocument ? paperKeyOf(input.uri) : undefined;
}
