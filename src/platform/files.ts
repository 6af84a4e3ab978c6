import * as vscode from 'vscode';
import { ReaderError } from './errors';

const decoder = new TextDecoder('utf-8', { fatal: true });
const encoder = new TextEncoder();

/**
 * Text of a file; `undefined` when it is not there.
 *
 * @throws ReaderError when it is there and cannot be read as UTF-8
 */
export async function readText(uri: vscode.Uri): Promise<string | undefined> {
  const bytes = await readBytes(uri);
  try {
    return bytes && decoder.decode(bytes);
  } catch {
    throw new ReaderError(vscode.l10n.t('{0} is not UTF-8 text. It was left as it is.', displayPath(uri)));
  }
}

/**
 * Content of a file; `undefined` when it is not there.
 *
 * @throws ReaderError when it is there and cannot be read
 */
export async function readBytes(uri: vscode.Uri): Promise<Uint8Array | undefined> {
  try {
    return await vscode.workspace.fs.readFile(uri);
  } catch (error) {
    if (isNotFound(error)) {
      return undefined;
    }
    throw new ReaderError(vscode.l10n.t('{0} could not be read: {1}', displayPath(uri), reason(error)));
  }
}

/** Writes a whole file or nothing: a temporary file in the same folder, then a rename. */
export async function writeWhole(uri: vscode.Uri, content: string | Uint8Array): Promise<void> {
  const temporary = uri.with({ path: `${uri.path}.${randomSuffix()}.tmp` });
  try {
    await vscode.workspace.fs.writeFile(temporary, typeof content === 'string' ? encoder.encode(content) : content);
    await vscode.workspace.fs.rename(temporary, uri, { overwrite: true });
  } catch (error) {
    await discard(temporary);
    throw new ReaderError(vscode.l10n.t('{0} could not be written: {1}', displayPath(uri), reason(error)));
  }
}

/**
 * Writes a file that must not be there yet, whole or not at all.
 *
 * @returns false when a file of that name was there already; it is left as it is
 */
export async function createWhole(uri: vscode.Uri, content: string | Uint8Array): Promise<boolean> {
  const temporary = uri.with({ path: `${uri.path}.${randomSuffix()}.tmp` });
  try {
    await vscode.workspace.fs.writeFile(temporary, typeof content === 'string' ? encoder.encode(content) : content);
    await vscode.workspace.fs.rename(temporary, uri, { overwrite: false });
    return true;
  } catch (error) {
    await discard(temporary);
    if (error instanceof vscode.FileSystemError && error.code === 'FileExists') {
      return false;
    }
    throw new ReaderError(vscode.l10n.t('{0} could not be written: {1}', displayPath(uri), reason(error)));
  }
}

export function isNotFound(error: unknown): boolean {
  return error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
}

/** Path as the user knows it: relative to the workspace when inside it. */
export function displayPath(uri: vscode.Uri): string {
  return vscode.workspace.asRelativePath(uri);
}

async function discard(uri: vscode.Uri): Promise<void> {
  try {
    await vscode.workspace.fs.delete(uri);
  } catch {
    // Best effort: the write itself has failed and that is what is reported.
  }
}

/** Eight letters and digits that nobody else has. */
export function randomSuffix(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(4)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
