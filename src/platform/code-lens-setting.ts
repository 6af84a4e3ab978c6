import * as vscode from 'vscode';
import type { Paper } from '../core/papers/paper';

export const CODE_LENS_SETTING = 'lectern.references.codeLens';

/** Prose and data cite at every turn: a line above each would be in the way. */
const NOT_CODE = new Set('markdown plaintext bibtex latex tex restructuredtext json jsonc jsonl html xml log diff yaml toml'.split(' '));

/** Whether lines above the code of a document may say what it has to do with papers. */
export function showsCodeLenses(document: vscode.TextDocument): boolean {
  return !NOT_CODE.has(document.languageId) && vscode.workspace.getConfiguration(undefined, document).get<boolean>(CODE_LENS_SETTING, true);
}

/** What a paper is called: its title up to the colon, and no more than fits above a line. */
export function shortTitle({ title }: Pick<Paper, 'title'>): string {
  const name = /^([^:]{2,40}):\s/u.exec(title)?.[1] ?? title;
  return name.length <= 60 ? name : `${name.slice(0, 59)}…`;
}
