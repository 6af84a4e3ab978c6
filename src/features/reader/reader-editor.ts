import type * as vscode from 'vscode';
import { readPageText } from '../../platform/built-files';
import type { PageText } from '../../platform/page';
import { paperKeyOf } from '../../platform/paper-uri';
import { retryLater } from '../../platform/retry-later';
import type { ReaderContext } from './reader-context';
import { ReaderPanel } from './reader-panel';

/** The Reader as the editor of paper documents. What a paper says comes from the library, so a document holds nothing. */
export class ReaderEditor implements vscode.CustomReadonlyEditorProvider {
  private page: Promise<PageText> | undefined;

  constructor(private readonly context: ReaderContext) {}

  openCustomDocument(uri: vscode.Uri): vscode.CustomDocument {
    return { uri, dispose: () => undefined };
  }

  /** The panel owns all that belongs to it, and lets go of it when its tab closes. */
  async resolveCustomEditor({ uri }: vscode.CustomDocument, panel: vscode.WebviewPanel, token: vscode.CancellationToken): Promise<void> {
    this.page ??= retryLater(readPageText(this.context.extensionUri, 'reader'), () => (this.page = undefined));
    const page = await this.page;
    if (!token.isCancellationRequested) {
      const panelOfPaper = new ReaderPanel(paperKeyOf(uri) ?? uri.path, panel, page, this.context);
      panel.onDidDispose(() => panelOfPaper.dispose());
    }
  }
}
