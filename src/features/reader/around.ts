import * as vscode from 'vscode';
import type { PaperKey } from '../../core/papers/paper';
import { ReaderError } from '../../platform/errors';
import { Owned } from '../../platform/owned';
import type { FromReaderAround, ToReaderAround } from '../../protocol/reader-around';
import { onDidChangeLook, readerLook, resizeText } from './look';
import { openInReader } from './opening';
import type { ReaderContext } from './reader-context';
import { similarView } from './similar';

/** What is around the abstract on one page: how the page looks, and papers like it. */
export class Around implements vscode.Disposable {
  private readonly owned = new Owned();
  private asksSimilar = false;

  constructor(
    private readonly key: PaperKey,
    private readonly context: ReaderContext,
    private readonly send: (message: ToReaderAround) => void,
  ) {
    const { papers, log } = context;
    this.owned.add(papers.onDidChange(() => (this.asksSimilar ? log.run(() => this.sendSimilar()) : undefined)));
    this.owned.add(onDidChangeLook(() => this.sendLook()));
  }

  dispose(): void {
    this.owned.dispose();
  }

  sendLook(): void {
    this.send({ kind: 'look', look: readerLook() });
  }

  /** @returns what to say once it is done, if that cannot be seen on the page */
  async act(message: FromReaderAround, viewColumn: vscode.ViewColumn | undefined): Promise<string | undefined> {
    switch (message.kind) {
      case 'findSimilar':
        this.asksSimilar = true;
        await this.sendSimilar();
        return undefined;
      case 'openPaper':
        if (!(await this.context.papers.library()).paper(message.key)) {
          throw new ReaderError(vscode.l10n.t('This paper is not in the library any more.'));
        }
        await openInReader(message.key, viewColumn);
        return undefined;
      case 'resizeText':
        return resizeText(message.step);
    }
  }

  private async sendSimilar(): Promise<void> {
    const { similar, log } = this.context;
    this.send({ kind: 'similar', papers: await similarView(this.key, similar, log) });
  }
}
