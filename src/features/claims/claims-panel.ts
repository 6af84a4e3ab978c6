import * as vscode from 'vscode';
import type { ClaimRow } from '../../core/claims/claim-table';
import type { ClaimsQuery, FromClaims, ToClaims } from '../../protocol/claims';
import { parseFromClaims } from '../../protocol/claims-messages';
import { HostChannel } from '../../platform/channel';
import { COMMAND } from '../../platform/commands';
import { ReaderError } from '../../platform/errors';
import { Owned } from '../../platform/owned';
import { pageHtml, pageOptions } from '../../platform/page';
import type { ClaimList } from './claim-list';
import type { ClaimsContext } from './claims-context';
import { ClaimPages } from './claims-view';
import { exportClaims } from './exporting';

/** The tab with the table of all claims. The tab itself is not owned: it outlives a reload of the window. */
export class ClaimsPanel implements vscode.Disposable {
  private readonly owned = new Owned();
  private readonly channel: HostChannel<ToClaims, FromClaims>;
  /** What the page asked for last; nothing is sent before it asks. */
  private query: ClaimsQuery | undefined;
  private pages: ClaimPages | undefined;
  private asked = 0;

  constructor(
    panel: vscode.WebviewPanel,
    private readonly list: ClaimList,
    private readonly context: ClaimsContext,
  ) {
    const { extensionUri, log } = context;
    this.channel = new HostChannel(panel.webview, parseFromClaims);
    this.owned.add(this.channel.listen((message) => log.run(() => this.receive(message)), (reason) => log.warn(reason)));
    this.owned.add(list.onDidChange(() => log.run(() => this.show())));
    this.owned.add(list.onDidProgress((progress) => this.channel.send({ kind: 'progress', ...progress })));
    panel.webview.options = pageOptions(extensionUri);
    panel.webview.html = pageHtml(panel.webview, extensionUri, 'claims', panel.title);
  }

  dispose(): void {
    this.query = undefined;
    this.owned.dispose();
  }

  private async receive(message: FromClaims): Promise<void> {
    switch (message.kind) {
      case 'ask':
        this.query = message.query;
        return this.show();
      case 'open': {
        const { paper, claim } = await this.row(message.row);
        this.context.reveals.ask(paper, claim.range);
        await vscode.commands.executeCommand(COMMAND.openPaper, paper);
        return;
      }
      case 'correct': {
        const { paper, claim } = await this.row(message.row);
        this.tell(await vscode.commands.executeCommand<string | undefined>(COMMAND.correctClaim, paper, claim.range.start));
        return;
      }
      case 'takeBack':
        await this.context.claims.takeBack(message.paper, message.id);
        this.tell(vscode.l10n.t('Correction taken back'));
        return;
      case 'export':
        this.tell(await exportClaims(this.query ? (await this.current()).rows(this.query) : [], message.to));
        return;
    }
  }

  private tell(message: string | undefined): void {
    if (message !== undefined) {
      this.channel.send({ kind: 'done', message });
    }
  }

  private async show(): Promise<void> {
    const question = ++this.asked;
    let message: ToClaims | undefined;
    try {
      const pages = await this.current();
      message = this.query && { kind: 'show', view: pages.view(this.query) };
    } catch (error) {
      this.context.log.report(error);
      message = { kind: 'failed', message: error instanceof ReaderError ? error.message : vscode.l10n.t('The claims could not be listed. The log has the details.') };
    }
    if (message && question === this.asked) {
      this.channel.send(message);
    }
  }

  private async current(): Promise<ClaimPages> {
    const listing = await this.list.list();
    if (this.pages?.listing !== listing) {
      this.pages = new ClaimPages(listing);
    }
    return this.pages;
  }

  private async row(id: string): Promise<ClaimRow> {
    const row = (await this.list.list()).rows.find((one) => one.id === id);
    if (!row) {
      throw new ReaderError(vscode.l10n.t('This claim is not there any more: the abstract or its corrections changed.'));
    }
    return row;
  }
}
