import * as vscode from 'vscode';
import { isNotFound } from './files';

export interface FolderEntry {
  readonly uri: vscode.Uri;
  readonly name: string;
  readonly isFolder: boolean;
  /** A link to a folder may lead back up. */
  readonly isLink: boolean;
}

/** What is in a folder, by name; nothing when there is no such folder. */
export async function entriesOf(folder: vscode.Uri): Promise<readonly FolderEntry[]> {
  let entries: readonly (readonly [string, vscode.FileType])[];
  try {
    entries = await vscode.workspace.fs.readDirectory(folder);
  } catch (error) {
    if (isNotFound(error)) {
      return [];
    }
    throw error;
  }
  return entries
    .map(([name, type]) => ({
      uri: vscode.Uri.joinPath(folder, name),
      name,
      isFolder: (type & vscode.FileType.Directory) !== 0,
      isLink: (type & vscode.FileType.SymbolicLink) !== 0,
    }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** What is known of a file or folder; `undefined` when it is not there. */
export async function statOf(uri: vscode.Uri): Promise<vscode.FileStat | undefined> {
  try {
    return await vscode.workspace.fs.stat(uri);
  } catch (error) {
    if (isNotFound(error)) {
      return undefined;
    }
    throw error;
  }
}
