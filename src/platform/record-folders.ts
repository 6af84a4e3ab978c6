import * as vscode from 'vscode';
import { DEFAULT_NOTES_FOLDER, notesFolderPath } from '../core/notes/notes-folder';

const NOTES_SETTING = 'lectern.notes.folder';

/** Where the records of one workspace folder are, or those of no folder. */
export interface RecordFolders {
  /** The workspace folder; the extension's own storage when no folder is open. */
  readonly base: vscode.Uri;
  readonly notes: vscode.Uri;
  /** The notes folder relative to `base`, with slashes. */
  readonly notesPath: string;
  readonly runs: vscode.Uri;
}

export const RUNS_PATH = '.lectern/runs';

/** Where records are looked for: every workspace folder, or the storage when there is none. */
export function allRecordFolders(storage: vscode.Uri): readonly RecordFolders[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  return folders.length === 0 ? [foldersIn(storage)] : folders.map(({ uri }) => foldersIn(uri));
}

/** Where a new record goes: the workspace folder of the active text editor, else the first one. */
export function currentRecordFolders(storage: vscode.Uri): RecordFolders {
  const active = vscode.window.activeTextEditor?.document.uri;
  const folder = (active && vscode.workspace.getWorkspaceFolder(active)) ?? vscode.workspace.workspaceFolders?.[0];
  return foldersIn(folder?.uri ?? storage);
}

/** Whether a change of the configuration moves a notes folder. */
export function movesNotes(change: vscode.ConfigurationChangeEvent): boolean {
  return change.affectsConfiguration(NOTES_SETTING);
}

/** A setting that is not a folder inside the workspace folder counts as not set. */
function foldersIn(base: vscode.Uri): RecordFolders {
  const setting = vscode.workspace.getConfiguration(undefined, base).get<unknown>(NOTES_SETTING);
  const notesPath = notesFolderPath(setting) ?? DEFAULT_NOTES_FOLDER;
  return {
    base,
    notes: vscode.Uri.joinPath(base, notesPath),
    notesPath,
    runs: vscode.Uri.joinPath(base, RUNS_PATH),
  };
}
