import type * as vscode from 'vscode';
import { paperKeyOf } from '../../platform/paper-uri';
import type { ReaderContext } from './reader-context';
import { ReaderPanel } from './reader-panel';

/** The Reader as the editor of paper documents. What a paper says comes from the library, so a document holds nothing. */
export class ReaderEditor implements vscode.CustomReadonlyEditorProvider {
  constructor(private readonly context: ReaderContext) {}

  openCustomDocument(uri: vscode.Uri): vscode.CustomDocument {
    return { uri, dispose: () => undefined };
  }

  /** The panel owns all that belongs to it, and lets go of it when its tab closes. */
  resolveCustomEditor({ uri }: vscode.CustomDocument, panel: vscode.WebviewPanel): void {
    const panelOfPaper = new ReaderPanel(paperKeyOf(uri) ?? uri.path, panel, this.context);
    panel.onDidDispose(() => panelOfPaper.dispose());
  }
}
