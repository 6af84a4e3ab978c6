import * as vscode from 'vscode';
import type { AnnotationFiles } from '../core/annotations/storage/annotation-files';
import { createWhole, displayPath, isNotFound, readText, withFileLock, writeWhole } from './files';
import { entriesOf, statOf } from './folders';
import { ReaderError } from './errors';

/** The annotations' files of one workspace folder, or of the extension's storage. */
export class WorkspaceAnnotationFiles implements AnnotationFiles {
  constructor(private readonly folder: vscode.Uri) {}

  uri(path: string): vscode.Uri {
    return path === '' ? this.folder : vscode.Uri.joinPath(this.folder, ...path.split('/'));
  }

  list(folder: string): ReturnType<AnnotationFiles['list']> {
    return entriesOf(this.uri(folder));
  }

  read(path: string): Promise<string | undefined> {
    return readText(this.uri(path));
  }

  create(path: string, text: string): Promise<boolean> {
    return createWhole(this.uri(path), text);
  }

  replace(path: string, text: string): Promise<void> {
    return writeWhole(this.uri(path), text);
  }

  async remove(path: string): Promise<void> {
    try {
      await vscode.workspace.fs.delete(this.uri(path));
    } catch (error) {
      if (!isNotFound(error)) {
        throw new ReaderError(vscode.l10n.t('{0} could not be deleted: {1}', displayPath(this.uri(path)), error instanceof Error ? error.message : String(error)));
      }
    }
  }

  async modified(path: string): Promise<number | undefined> {
    return (await statOf(this.uri(path)))?.mtime;
  }

  locked<T>(path: string, work: () => Promise<T>): Promise<T> {
    return withFileLock(this.uri(path), work);
  }
}
