import * as vscode from 'vscode';
import { ReaderError } from '../../platform/errors';
import { displayPath } from '../../platform/files';
import { statOf } from '../../platform/folders';
import type { Origin } from './pending';

const MEGABYTE = 1024 * 1024;
/** The largest text that is read, in bytes. */
export const LARGEST_TEXT = 64 * MEGABYTE;
/** What all texts of one import may have together, in bytes. */
export const LARGEST_IMPORT = 256 * MEGABYTE;

/** Something to import that was not read yet. */
export interface Source {
  readonly origin: Origin;
  /** What a digest that does not name itself is named after. */
  readonly name?: string;
  /** @throws ReaderError when it cannot be read or is too large */
  bytes(token: vscode.CancellationToken): Promise<Uint8Array>;
}

/** A file. Words that are in an open editor and not saved yet count, as they are what the user sees. */
export function fileSource(uri: vscode.Uri): Source {
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  return { origin: { name: displayPath(uri), uri: uri.toString() }, name, bytes: () => unsavedBytes(uri) ?? fileBytes(uri) };
}

/** A text that is in no file, under a name for the reader. */
export function textSource(text: string, name: string): Source {
  return { origin: { name }, bytes: () => textBytes(text) };
}

/** A file from outside VS Code, of which only the bytes are known. */
export function droppedFileSource(file: vscode.DataTransferFile): Source {
  return { origin: { name: file.name }, name: file.name, bytes: async () => withinLimit(await file.data()) };
}

/** Asks a host for one address. Sends nothing else, and answers no more than `maxBytes`. */
export type FetchText = (
  url: string,
  options: { readonly token: vscode.CancellationToken; readonly maxBytes: number },
) => Promise<{ readonly bytes: Uint8Array }>;

export function urlSource(url: string, fetchText: FetchText): Source {
  const name = new URL(url).pathname.split('/').at(-1) ?? '';
  return {
    origin: { name: url },
    ...(name === '' ? {} : { name }),
    bytes: async (token) => withinLimit((await fetchText(url, { token, maxBytes: LARGEST_TEXT })).bytes),
  };
}

function unsavedBytes(uri: vscode.Uri): Promise<Uint8Array> | undefined {
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  return open && (open.isDirty || open.isUntitled) ? textBytes(open.getText()) : undefined;
}

async function fileBytes(uri: vscode.Uri): Promise<Uint8Array> {
  const path = displayPath(uri);
  try {
    const stat = await statOf(uri);
    if (stat === undefined) {
      throw new ReaderError(vscode.l10n.t('{0} is not there any more.', path));
    }
    if ((stat.type & vscode.FileType.Directory) !== 0) {
      throw new ReaderError(vscode.l10n.t('{0} is a folder. Choose the files in it.', path));
    }
    checkSize(stat.size);
    return withinLimit(await vscode.workspace.fs.readFile(uri));
  } catch (error) {
    throw error instanceof ReaderError
      ? error
      : new ReaderError(vscode.l10n.t('{0} could not be read: {1}', path, error instanceof Error ? error.message : String(error)));
  }
}

function textBytes(text: string): Promise<Uint8Array> {
  return Promise.resolve(withinLimit(new TextEncoder().encode(text)));
}

function withinLimit(bytes: Uint8Array): Uint8Array {
  checkSize(bytes.length);
  return bytes;
}

function checkSize(bytes: number): void {
  if (bytes > LARGEST_TEXT) {
    throw new ReaderError(
      vscode.l10n.t('It has {0} MB and Lectern reads up to {1} MB at once. Divide it and import the parts.', Math.ceil(bytes / MEGABYTE), LARGEST_TEXT / MEGABYTE),
    );
  }
}
