import * as vscode from 'vscode';
import { randomSuffix } from './random-suffix';

/** Content of a file, through VS Code. */
export async function readInWorkspace(uri: vscode.Uri): Promise<Uint8Array> {
  return vscode.workspace.fs.readFile(uri);
}

/** Replaces a file through VS Code, as well as the file system behind it can; for what is no file of this machine. */
export async function replaceInWorkspace(uri: vscode.Uri, content: Uint8Array): Promise<void> {
  await throughTemporary(uri, content, true);
}

/** Makes a file through VS Code; false when one is there, as well as the file system behind it can tell. */
export async function createInWorkspace(uri: vscode.Uri, content: Uint8Array): Promise<boolean> {
  try {
    await throughTemporary(uri, content, false);
    return true;
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileExists') {
      return false;
    }
    throw error;
  }
}

async function throughTemporary(uri: vscode.Uri, content: Uint8Array, overwrite: boolean): Promise<void> {
  const temporary = uri.with({ path: `${uri.path}.${randomSuffix()}.tmp` });
  try {
    await vscode.workspace.fs.writeFile(temporary, content);
    await vscode.workspace.fs.rename(temporary, uri, { overwrite });
  } catch (error) {
    await discard(temporary);
    throw error;
  }
}

async function discard(uri: vscode.Uri): Promise<void> {
  try {
    await vscode.workspace.fs.delete(uri);
  } catch {
    // Best effort: the write itself has failed and that is what is reported.
  }
}
