import type * as vscode from 'vscode';
import { createOnDisk, readOnDisk, replaceOnDisk } from './disk-files';
import { lockOnDisk } from './disk-lock';
import { createInWorkspace, readInWorkspace, replaceInWorkspace } from './workspace-files';

// What no other file does: reading and writing so that nothing is lost. On a file of this machine it goes past VS Code, whose `rename` deletes
// the target first and which cannot flush. `durable-files.web.ts` stands for this file in the web build.

/** Content of a file. Rejects with the disk's or VS Code's error. */
export function readFile(uri: vscode.Uri): Promise<Uint8Array> {
  return isOnDisk(uri) ? readOnDisk(uri.fsPath) : readInWorkspace(uri);
}

/** Replaces a file or makes it, whole or not at all. Rejects with the disk's or VS Code's error. */
export function replaceFile(uri: vscode.Uri, content: Uint8Array): Promise<void> {
  return isOnDisk(uri) ? replaceOnDisk(uri.fsPath, content) : replaceInWorkspace(uri, content);
}

/** Makes a file that is not there yet; false when it is. Rejects with the disk's or VS Code's error. */
export function createFile(uri: vscode.Uri, content: Uint8Array): Promise<boolean> {
  return isOnDisk(uri) ? createOnDisk(uri.fsPath, content) : createInWorkspace(uri, content);
}

/** Takes the lock on a file against other windows, where they can be kept out; resolves with what gives it back. */
export async function lockFile(uri: vscode.Uri): Promise<() => Promise<void>> {
  return isOnDisk(uri) ? lockOnDisk(uri.fsPath) : () => Promise.resolve();
}

function isOnDisk({ scheme }: vscode.Uri): boolean {
  return scheme === 'file';
}
