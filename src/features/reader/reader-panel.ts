import * as vscode from 'vscode';
import type { Paper, PaperKey } from '../../core/papers/paper';
import { readingOf } from '../../core/papers/reading';
import type { FromReader, ToReader } from '../../protocol/reader';
import { parseFromReader } from '../../protocol/reader-messages';
import { HostChannel } from '../../platform/channel';
import { COMMAND } from '../../platform/commands';
import { ReaderError } from '../../platform/errors';
import { Owned } from '../../platform/owned';
import { pageHtml, pageOptions, type PageText } from '../../platform/page';
import { Annotating } from './annotating';
import { Around } from './around';
import { actOnClaims } from './claims';
import { copyBibtex, copyCitation, copyClone, copyQuote } from './copying';
import { openExternal } from './external-link';
import { openAsText, openNeighbour } from './opening';
import { paperView } from './paper-view';
import type { ReaderContext } from './reader-context';
import { actOnReferences } from './references';

/** One Reader tab. What it shows follows the stores while it can be seen; a hidden page is gone and asks anew. */
export class ReaderPanel implements vscode.Disposable {
  private readonly owned = new Owned();
  private readonly channel: HostChannel<ToReader, FromReader>;
  private readonly annotating: Annotating;
  private readonly around: Around;
  /** Messages reach the page: it is there, or is coming and VS Code keeps them for it. */
  private ready = true;
  private asked = 0;

  constructor(
    private readonly key: PaperKey,
    private readonly panel: vscode.WebviewPanel,
    page: PageText,
    private readonly context: ReaderContext,
  ) {
    const { extensionUri, papers, states, order, notes, runs, claims, annotations, drafts, references, codeLinks, reveals, log } = context;
    this.channel = new HostChannel(panel.webview, parseFromReader);
    this.owned.add(this.channel.listen((message) => this.receive(message), (reason) => log.warn(reason)));
    this.annotating = new Annotating(annotations, drafts, (message) => this.tell(message));
    for (const { onDidChange } of [papers, states, order, notes, runs, claims, references, codeLinks]) {
      this.owned.add(onDidChange(() => this.refresh()));
    }
    for (const { onDidChange } of [annotations, drafts]) {
      this.owned.add(onDidChange((keys) => (keys.includes(key) ? this.refresh() : undefined)));
    }
    this.around = this.owned.add(new Around(key, context, (message) => this.tell(message)));
    this.owned.add(reveals.onDidAsk((paper) => this.reveal(paper)));
    this.owned.add(
      panel.onDidChangeViewState(() => {
        this.ready &&= panel.visible;
      }),
    );
    panel.webview.options = pageOptions(extensionUri);
    panel.webview.html = pageHtml(panel.webview, extensionUri, 'reader', vscode.l10n.t('Reader'), page);
    // Unasked, so that the page has it as soon as it is there. VS Code may lose what it keeps, as when a window is restored: the page asks all the same.
    log.run(() => this.begin());
  }

  dispose(): void {
    this.ready = false;
    this.owned.dispose();
  }

  private async begin(): Promise<void> {
    this.around.sendLook();
    await this.show();
    this.reveal(this.key);
  }

  private receive(message: FromReader): void {
    this.context.log.run(async () => {
      try {
        await this.answer(message);
      } catch (error) {
        // The page may show already what has just failed.
        this.refresh();
        throw error;
      }
    });
  }

  private async answer(message: FromReader): Promise<void> {
    if (message.kind === 'ready') {
      this.ready = true;
      await this.begin();
      return;
    }
    const paper = await this.paper();
    if (!paper) {
      throw new ReaderError(this.missingText());
    }
    const done = await this.act(message, paper);
    if (done !== undefined) {
      this.tell({ kind: 'done', message: done });
    }
  }

  /** @returns what to say once it is done, if that cannot be seen on the page */
  private async act(message: Exclude<FromReader, { kind: 'ready' }>, paper: Paper): Promise<string | undefined> {
    const { states, order, notes } = this.context;
    const { viewColumn } = this.panel;
    switch (message.kind) {
      case 'setStatus':
        await states.setStatus([paper.key], message.status);
        return undefined;
      case 'toggleStar':
        await states.setStarred([paper.key], !readingOf(await states.readings(), paper.key).starred);
        return undefined;
      case 'openLink':
        await openExternal(message.url);
        return undefined;
      case 'copyClone':
        return copyClone(paper, message.url);
      case 'runDemo':
        await vscode.commands.executeCommand(COMMAND.openDemo, message.slug);
        return undefined;
      case 'newNote':
        await vscode.commands.executeCommand(COMMAND.newNote, paper.key);
        return undefined;
      case 'openNote': {
        const note = (await notes.list()).find(({ uri, paper: about }) => about === paper.key && uri.toString() === message.uri);
        if (!note) {
          throw new ReaderError(vscode.l10n.t('This note is not there any more: {0}', message.uri));
        }
        await vscode.commands.executeCommand('vscode.open', note.uri);
        return undefined;
      }
      case 'openRun':
        await vscode.commands.executeCommand(COMMAND.openRun, message.id);
        return undefined;
      case 'go':
        await openNeighbour(order, paper.key, message.direction, viewColumn);
        return undefined;
      case 'copyBibtex':
        return copyBibtex([paper], this.context.writer);
      case 'copyCitation':
        await copyCitation([paper], this.context.writer);
        return undefined;
      case 'copyQuote':
        return copyQuote(paper, message.range);
      case 'openAsText':
        await openAsText(paper.key, viewColumn);
        return undefined;
      case 'findSimilar':
      case 'openPaper':
      case 'resizeText':
        return this.around.act(message, viewColumn);
      case 'correctClaim':
      case 'addClaim':
      case 'showClaims':
        return actOnClaims(message, paper);
      case 'openReference':
      case 'findReferences':
      case 'openCode':
      case 'acceptCode':
      case 'relocateCode':
      case 'unlinkCode':
      case 'linkToCode':
      case 'linkAnnotation':
        return actOnReferences(message, paper, this.context.references);
      case 'acceptAnchor':
      case 'annotate':
      case 'deleteAnnotation':
      case 'compareWithAnnotated':
      case 'detachAnnotation':
      case 'dropDraft':
      case 'editAnnotation':
      case 'keepDraft':
      case 'labelAnnotation':
      case 'relocateAnnotation':
      case 'replyTo':
      case 'resolveAnnotation':
      case 'undoDeleteAnnotation':
        return this.annotating.act(message, paper);
    }
  }

  /** Shows a place that was asked for, once the page is there and has the paper. */
  private reveal(paper: PaperKey): void {
    const place = paper === this.key && this.ready ? this.context.reveals.take(paper) : undefined;
    if (place !== undefined) {
      this.tell(typeof place === 'string' ? { kind: 'revealAnnotation', id: place } : { kind: 'revealClaim', start: place.start });
    }
  }

  private tell(message: ToReader): void {
    if (this.ready) {
      this.channel.send(message);
    }
  }

  private refresh(): void {
    if (this.ready) {
      this.context.log.run(() => this.show());
    }
  }

  private async show(): Promise<void> {
    const question = ++this.asked;
    const message = await this.message();
    if (this.ready && question === this.asked) {
      this.channel.send(message);
    }
  }

  private async message(): Promise<ToReader> {
    try {
      const paper = await this.paper();
      return paper ? { kind: 'show', paper: await paperView(paper, this.context) } : { kind: 'missing', message: this.missingText() };
    } catch (error) {
      this.context.log.report(error);
      return { kind: 'missing', message: error instanceof ReaderError ? error.message : vscode.l10n.t('The paper could not be shown. The log has the details.') };
    }
  }

  private async paper(): Promise<Paper | undefined> {
    return (await this.context.papers.library()).paper(this.key);
  }

  private missingText(): string {
    return vscode.l10n.t('No paper in the library has the key {0}. Look for it with Search Papers.', this.key);
  }
}
