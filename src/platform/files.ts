import * as vscode from 'vscode';
import { isDiskError } from './disk-error';
import { createFile, lockFile, readFile, replaceFile } from './durable-files';
import { ReaderError } from './errors';
import { inTurn } from './in-turn';

export { randomSuffix } from './random-suffix';

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
    return await readFile(uri);
  } catch (error) {
    if (isNotFound(error)) {
      return undefined;
    }
    throw new ReaderError(vscode.l10n.t('{0} could not be read: {1}', displayPath(uri), reason(error)));
  }
}

/**
 * Writes a whole file or nothing: whoever reads it sees the old content or the new one.
 *
 * @throws ReaderError when it cannot be written; it is then as it was
 */
export async function writeWhole(uri: vscode.Uri, content: string | Uint8Array): Promise<void> {
  try {
    await replaceFile(uri, bytesOf(content));
  } catch (error) {
    throw notWritten(uri, error);
  }
}

/**
 * Writes a file that must not be there yet, whole or not at all.
 *
 * @returns false when a file of that name was there already; it is left as it is
 * @throws ReaderError when it cannot be written
 */
export async function createWhole(uri: vscode.Uri, content: string | Uint8Array): Promise<boolean> {
  try {
    return await createFile(uri, bytesOf(content));
  } catch (error) {
    throw notWritten(uri, error);
  }
}

/**
 * Runs work that reads a file, changes what it read and writes it, while nobody else does so: neither this window nor, for a file
 * of this machine, another. The folder is made when it is not there. The work is to be short and must not lock the same file again.
 *
 * @throws ReaderError when the file cannot be locked, and whatever the work throws
 */
export function withFileLock<T>(uri: vscode.Uri, work: () => Promise<T>): Promise<T> {
  return inTurn(uri.toString(), async () => {
    const release = await lock(uri);
    try {
      return await work();
    } finally {
      await release();
    }
  });
}

export function isNotFound(error: unknown): boolean {
  return (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') || isDiskError(error, 'ENOENT');
}

/** Path as the user knows it: relative to the workspace when inside it. */
export function displayPath(uri: vscode.Uri): string {
  return vscode.workspace.asRelativePath(uri);
}

async function lock(uri: vscode.Uri): Promise<() => Promise<void>> {
  try {
    return await lockFile(uri);
  } catch (error) {
    throw notWritten(uri, error);
  }
}

function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? encoder.encode(content) : content;
}

function notWritten(uri: vscode.Uri, error: unknown): ReaderError {
  return new ReaderError(vscode.l10n.t('{0} could not be written: {1}', displayPath(uri), reason(error)));
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
