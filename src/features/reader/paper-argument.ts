import * as vscode from 'vscode';
import type { Paper, PaperKey } from '../../core/papers/paper';
import { ReaderError } from '../../platform/errors';
import { activePaperKey, paperKeyOf } from '../../platform/paper-uri';

/** What a command is about: a key, a row of a tree, or the document whose title bar was clicked. */
export type PaperArgument = PaperKey | { readonly paper: Paper } | vscode.Uri;

/** What VS Code passes to a command: the clicked thing, and the whole selection where rows can be selected. */
export type PaperArguments = readonly [clicked?: PaperArgument, selected?: unknown];

/**
 * The paper that a command is about: the one it is given, else that of the active editor.
 *
 * @throws ReaderError when there is neither
 */
export function keyOf(argument: PaperArgument | undefined): PaperKey {
  const key = argument === undefined ? activePaperKey() : keyIn(argument);
  if (key === undefined) {
    throw new ReaderError(vscode.l10n.t('Open a paper first, or choose one in the Papers view.'));
  }
  return key;
}

/** The papers that a command is about: the selected rows if the clicked one is among them, else as `keyOf`. */
export function keysOf([clicked, selected]: PaperArguments): readonly PaperKey[] {
  if (clicked !== undefined && Array.isArray(selected) && selected.includes(clicked)) {
    return selected.flatMap((row: PaperArgument) => keyIn(row) ?? []);
  }
  return [keyOf(clicked)];
}

function keyIn(argument: PaperArgument): PaperKey | undefined {
  if (typeof argument === 'string') {
    return argument;
  }
  if (argument instanceof vscode.Uri) {
    return paperKeyOf(argument);
  }
  // A selection may hold rows of other kinds, such as a group.
  return 'paper' in argument ? argument.paper.key : undefined;
}
