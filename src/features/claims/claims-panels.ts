import * as vscode from 'vscode';
import { pageOptions } from '../../platform/page';
import type { ClaimList } from './claim-list';
import type { ClaimsContext } from './claims-context';
import { ClaimsPanel } from './claims-panel';

export const CLAIMS_VIEW_TYPE = 'lectern.claims';

/** The one tab with the table of claims, when it is open. */
export class ClaimsPanels implements vscode.WebviewPanelSerializer, vscode.Disposable {
  private opened: { readonly tab: vscode.WebviewPanel; readonly panel: ClaimsPanel } | undefined;

  constructor(
    private readonly list: ClaimList,
    private readonly context: ClaimsContext,
  ) {}

  dispose(): void {
    this.opened?.panel.dispose();
  }

  open(): void {
    if (this.opened) {
      this.opened.tab.reveal();
      return;
    }
    this.adopt(
      vscode.window.createWebviewPanel(CLAIMS_VIEW_TYPE, vscode.l10n.t('Claims'), vscode.ViewColumn.Active, {
        ...pageOptions(this.context.extensionUri),
        enableFindWidget: true,
      }),
    );
  }

  /** After a reload of the window: the page asks for what it showed. */
  deserializeWebviewPanel(tab: vscode.WebviewPanel): Promise<void> {
    if (this.opened) {
      tab.dispose();
    } else {
      this.adopt(tab);
    }
    return Promise.resolve();
  }

  private adopt(tab: vscode.WebviewPanel): void {
    const panel = new ClaimsPanel(tab, this.list, this.context);
    this.opened = { tab, panel };
    tab.onDidDispose(() => {
      this.opened = undefined;
      panel.dispose();
    });
  }
}
