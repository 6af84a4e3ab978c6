import * as vscode from 'vscode';
import { parseBundledLibrary } from '../core/papers/bundled-library';
import { Library } from '../core/papers/library';
import { readBuilt } from './built-files';
import { Owned } from './owned';
import { retryLater } from './retry-later';
import type { Papers } from './stores';

/** The library: the bundled digest's prebuilt papers. Nothing is read before a view asks. */
export class PaperStore implements Papers, vscode.Disposable {
  private readonly owned = new Owned();
  private readonly changed = this.owned.add(new vscode.EventEmitter<void>());
  readonly onDidChange = this.changed.event;

  private loading: Promise<Library> | undefined;

  constructor(private readonly extensionUri: vscode.Uri) {}

  dispose(): void {
    this.owned.dispose();
  }

  library(): Promise<Library> {
    this.loading ??= retryLater(this.read(), () => (this.loading = undefined));
    return this.loading;
  }

  private async read(): Promise<Library> {
    return new Library(parseBundledLibrary(await readBuilt(this.extensionUri, 'library.json')));
  }
}
