import * as vscode from 'vscode';
import type { DemoEntry } from '../../core/catalog/catalog';
import type { FromLab, LabView, ToLab } from '../../protocol/lab';
import { parseFromLab } from '../../protocol/lab-messages';
import { HostChannel } from '../../platform/channel';
import { COMMAND } from '../../platform/commands';
import { ReaderError } from '../../platform/errors';
import { Owned } from '../../platform/owned';
import { pageHtml } from '../../platform/page';
import { papersOf } from './demo-papers';
import type { LabContext } from './lab-context';
import { addToNote, keepRun, KeptWithoutNote } from './run-keeping';
import { savePicture } from './save-picture';

type Message = FromLab<unknown>;
type Request = Extract<Message, { readonly request: number }>;

/**
 * One Lab tab: gives the page its demo and does what it asks of the host. The tab itself is not owned:
 * it outlives a reload of the window.
 */
export class LabPanel implements vscode.Disposable {
  private readonly owned = new Owned();
  private readonly channel: HostChannel<ToLab, Message>;

  constructor(
    private readonly panel: vscode.WebviewPanel,
    private readonly demo: DemoEntry,
    private readonly context: LabContext,
  ) {
    const { extensionUri, log } = context;
    this.channel = new HostChannel(panel.webview, parseFromLab);
    this.owned.add(this.channel.listen((message) => log.run(() => this.receive(message)), (reason) => log.warn(reason)));
    this.owned.add(panel.onDidChangeViewState(() => this.channel.send({ kind: 'visible', visible: panel.visible })));
    const icon = (theme: string) => vscode.Uri.joinPath(extensionUri, 'media', 'icons', `lab-${theme}.svg`);
    panel.iconPath = { light: icon('light'), dark: icon('dark') };
    panel.webview.html = pageHtml(panel.webview, extensionUri, 'lab', panel.title);
  }

  dispose(): void {
    this.owned.dispose();
  }

  reveal(): void {
    this.panel.reveal();
  }

  private async receive(message: Message): Promise<void> {
    switch (message.kind) {
      case 'ready':
        this.channel.send({ kind: 'show', lab: await this.view() });
        return;
      case 'keepRun':
      case 'addToNote':
      case 'savePicture':
        this.channel.send(await this.answer(message));
        return;
      case 'openPaper':
        if ((await papersOf(this.demo, this.context.papers)).some(({ key }) => key === message.key)) {
          await vscode.commands.executeCommand(COMMAND.openPaper, message.key);
        }
        return;
      case 'copyText':
        await vscode.env.clipboard.writeText(message.text);
        return;
      case 'fault':
        this.context.log.warn(`Lab page: ${message.message}`);
        return;
    }
  }

  /** Every request gets an answer: the page waits for it. */
  private async answer(message: Request): Promise<ToLab> {
    const { request } = message;
    try {
      return await this.act(message);
    } catch (error) {
      if (error instanceof vscode.CancellationError) {
        return { kind: 'cancelled', request };
      }
      if (error instanceof KeptWithoutNote) {
        return { kind: 'failed', request, message: error.message, run: error.run };
      }
      if (error instanceof ReaderError) {
        return { kind: 'failed', request, message: error.message };
      }
      this.context.log.report(error);
      return { kind: 'failed', request, message: vscode.l10n.t('Lectern ran into a fault of its own. The log has the details.') };
    }
  }

  private async act(message: Request): Promise<ToLab> {
    const { request } = message;
    switch (message.kind) {
      case 'keepRun':
        return { kind: 'kept', request, run: (await keepRun(message, this.demo, this.context)).id };
      case 'addToNote':
        return { kind: 'added', request, ...(await addToNote(message, this.demo, this.context)) };
      case 'savePicture':
        return { kind: 'saved', request, file: await savePicture(message.picture, this.demo) };
    }
  }

  private async view(): Promise<LabView> {
    const { slug, title, summary } = this.demo;
    const papers = await this.papersOrNone();
    return { slug, title, summary, papers, lecternVersion: this.context.lecternVersion };
  }

  /** A library that cannot be read must not keep a demo from running. */
  private async papersOrNone(): Promise<LabView['papers']> {
    try {
      return (await papersOf(this.demo, this.context.papers)).map(({ key, title }) => ({ key, title }));
    } catch (error) {
      this.context.log.report(error);
      return [];
    }
  }
}
