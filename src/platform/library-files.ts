import * as vscode from 'vscode';
import type { FileStore } from '../core/papers/storage/file-store';
import { ReaderError } from './errors';
import { createWhole, displayPath, isNotFound, readBytes } from './files';
import { entriesOf, statOf } from './folders';

/** The files of the library's folder. */
export class LibraryFiles implements FileStore {
  constructor(private readonly folder: vscode.Uri) {}

  async list(folder: string): Promise<readonly string[]> {
    const uri = this.uri(folder);
    try {
      return (await entriesOf(uri)).map(({ name }) => name);
    } catch (error) {
      throw new ReaderError(vscode.l10n.t('{0} could not be read: {1}', displayPath(uri), String(error)));
    }
  }

  read(path: string): Promise<Uint8Array | undefined> {
    return readBytes(this.uri(path));
  }

  create(path: string, content: Uint8Array): Promise<boolean> {
    return createWhole(this.uri(path), content);
  }

  async remove(path: string): Promise<void> {
    try {
      await vscode.workspace.fs.delete(this.uri(path));
    } catch (error) {
      if (!isNotFound(error)) {
        throw error;
      }
    }
  }

  async modified(path: string): Promise<number | undefined> {
    return (await statOf(this.uri(path)))?.mtime;
  }

  private uri(path: string): vscode.Uri {
    return vscode.Uri.joinPath(this.folder, ...path.split('/'));
  }
}
