import * as vscode from 'vscode';
import type { ImportSummary } from '../../core/papers/import-preview';
import { ReaderError } from '../../platform/errors';
import type { Imports } from '../../platform/stores';
import type { Prompts } from './prompts';
import { undoneText } from './words';

export interface TakeBackContext {
  readonly imports: Imports;
  readonly prompts: Prompts;
}

/** Takes the last import back after asking. */
export async function undoLast(context: TakeBackContext): Promise<void> {
  const { imports, prompts } = context;
  const last = await imports.last();
  if (last === undefined) {
    await prompts.tell(vscode.l10n.t('There is no import to take back.'));
    return;
  }
  const agreed = await prompts.confirm({
    message: vscode.l10n.t('Take back the import of “{0}”?', last.title),
    detail: vscode.l10n.t(
      'The papers that only it brought leave the library, and what it changed is as before. Your notes, runs, stars and reading statuses stay.',
    ),
    yes: vscode.l10n.t('Undo Import'),
  });
  if (agreed) {
    await takeBack(context, last);
  }
}

/**
 * Takes back the import that is meant.
 *
 * @throws ReaderError when another came after it
 */
export async function takeBack({ imports, prompts }: TakeBackContext, { at, title }: ImportSummary): Promise<void> {
  if ((await imports.last())?.at !== at) {
    throw new ReaderError(vscode.l10n.t('The import of “{0}” is not the last one any more, so it was not taken back.', title));
  }
  const undone = await imports.undo();
  if (undone !== undefined) {
    await prompts.tell(undoneText(undone));
  }
}
