import * as vscode from 'vscode';
import type { Paper, PaperKey } from '../../core/papers/paper';
import { COMMAND, registerCommand } from '../../platform/commands';
import { ReaderError } from '../../platform/errors';
import type { Log } from '../../platform/log';
import { Owned } from '../../platform/owned';
import { activePaperKey, paperKeyOf } from '../../platform/paper-uri';
import type { Notes, NoteSummary, Papers } from '../../platform/stores';

export interface NotesContext {
  readonly papers: Papers;
  readonly notes: Notes;
  readonly log: Log;
}

/** A key, a row of a tree that stands for a paper, or the document whose title bar was clicked. */
type PaperArgument = PaperKey | { readonly paper: Paper } | vscode.Uri;

/** The address of a note, or a row of a tree that stands for one. */
type NoteArgument = string | { readonly note: NoteSummary };

/** Starting a paper's note and opening notes, always in a text editor. */
export function registerNotes({ papers, notes, log }: NotesContext): vscode.Disposable {
  const owned = new Owned();
  owned.add(
    registerCommand(log, COMMAND.newNote, async (argument?: PaperArgument) => {
      const paper = await paperOf(argument, papers);
      await showNote((await notes.open(paper)).uri);
    }),
  );
  owned.add(
    registerCommand(log, COMMAND.openNote, async (argument?: NoteArgument) => {
      if (argument !== undefined) {
        await showNote(typeof argument === 'string' ? vscode.Uri.parse(argument, true) : argument.note.uri);
      }
    }),
  );
  return owned;
}

async function paperOf(argument: PaperArgument | undefined, papers: Papers): Promise<Paper> {
  const key = keyOf(argument);
  if (key === undefined) {
    throw new ReaderError(vscode.l10n.t('Open a paper first: a note is about the paper in the active editor.'));
  }
  const paper = (await papers.library()).paper(key);
  if (!paper) {
    throw new ReaderError(vscode.l10n.t('The library has no paper “{0}”.', key));
  }
  return paper;
}

function keyOf(argument: PaperArgument | undefined): PaperKey | undefined {
  if (argument === undefined) {
    return activePaperKey();
  }
  if (argument instanceof vscode.Uri) {
    return paperKeyOf(argument);
  }
  return typeof argument === 'string' ? argument : argument.paper.key;
}

/** Where the note is open already, else beside the paper that is being read, else in the active group. */
async function showNote(uri: vscode.Uri): Promise<void> {
  const isReading = activePaperKey() !== undefined;
  await vscode.window.showTextDocument(uri, {
    viewColumn: columnOf(uri) ?? (isReading ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active),
    preview: false,
  });
}

function columnOf(uri: vscode.Uri): vscode.ViewColumn | undefined {
  const address = uri.toString();
  const group = vscode.window.tabGroups.all.find(({ tabs }) =>
    tabs.some(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === address),
  );
  return group?.viewColumn;
}
