import * as vscode from 'vscode';
import type { ImportSummary } from '../../core/papers/import-preview';
import type { ReadDigest } from '../../platform/digest-reading';
import { ReaderError } from '../../platform/errors';
import type { Log } from '../../platform/log';
import { Owned } from '../../platform/owned';
import type { Imports, Papers } from '../../platform/stores';
import { changesNothing, digestsOf, PreviewRows, type PendingImport } from './pending';
import type { Prompts } from './prompts';
import { readSources, throwIfCancelled, type ReadSources } from './read-sources';
import type { Source } from './sources';
import { takeBack } from './take-back';
import { doneText, failedText, nothingNewText } from './words';

export interface DeskContext {
  readonly papers: Papers;
  readonly imports: Imports;
  readonly readDigest: ReadDigest;
  readonly prompts: Prompts;
  readonly log: Log;
}

/** Where an import lies while it is looked at: read, previewed, then committed or cancelled. One at a time. */
export class ImportDesk implements vscode.Disposable {
  private readonly owned = new Owned();
  private readonly changed = this.owned.add(new vscode.EventEmitter<void>());
  /** What is pending is other, or nothing now. */
  readonly onDidChange = this.changed.event;

  private rows: PreviewRows | undefined;
  private busy = false;
  private committing: vscode.CancellationTokenSource | undefined;

  constructor(private readonly context: DeskContext) {
    this.owned.add(context.papers.onDidChange(() => context.log.run(() => this.previewAgain())));
  }

  dispose(): void {
    this.owned.dispose();
  }

  get pending(): PreviewRows | undefined {
    return this.rows;
  }

  /**
   * Reads texts and lets the user look at what importing them would do. Says so instead when nothing would change.
   *
   * @returns whether there is now something to look at
   * @throws ReaderError when none of them can be imported
   */
  async offer(sources: readonly Source[]): Promise<boolean> {
    if (sources.length === 0 || !(await this.mayReplace())) {
      return false;
    }
    const pending = await this.alone(() => this.read(sources));
    if (pending.read.length === 0) {
      throw new ReaderError(failedText(pending.failed));
    }
    if (changesNothing(pending)) {
      const details = vscode.l10n.t('Show Details');
      if ((await this.context.prompts.tell(nothingNewText(pending), details)) !== details) {
        return false;
      }
      if (!(await this.mayReplace())) {
        return false; // Another one came while the message stood.
      }
    }
    this.show(pending);
    return true;
  }

  /** Imports what is pending. Cancelled or failed, nothing has happened and it is pending still. */
  async commit(): Promise<void> {
    const summary = await this.commitPending();
    if (summary !== undefined) {
      this.context.log.run(() => this.tellDone(summary));
    }
  }

  /** By itself, since the message about it may stand for hours and what was pending must not stay in memory as long. */
  private async commitPending(): Promise<ImportSummary | undefined> {
    const rows = this.rows;
    if (rows === undefined) {
      return undefined;
    }
    const summary = await this.alone(() => this.add(rows.pending));
    this.show(undefined);
    return summary;
  }

  /** Drops what is pending. While it is being imported, stops that. */
  cancel(): void {
    if (this.committing) {
      this.committing.cancel();
    } else {
      this.show(undefined);
    }
  }

  private async add(pending: PendingImport): Promise<ImportSummary> {
    const stop = new vscode.CancellationTokenSource();
    this.committing = stop;
    const title = vscode.l10n.t('Importing papers');
    try {
      return await vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title, cancellable: true }, (progress, token) => {
        token.onCancellationRequested(() => stop.cancel());
        return this.context.imports.add(digestsOf(pending), { progress, token: stop.token });
      });
    } finally {
      this.committing = undefined;
      stop.dispose();
    }
  }

  private async tellDone(summary: ImportSummary): Promise<void> {
    const [undo, show] = [vscode.l10n.t('Undo'), vscode.l10n.t('Show Papers')];
    const choice = await this.context.prompts.tell(doneText(summary), undo, show);
    if (choice === undo) {
      await takeBack(this.context, summary);
    } else if (choice === show) {
      await showPapers();
    }
  }

  private async mayReplace(): Promise<boolean> {
    return (
      this.rows === undefined ||
      this.context.prompts.confirm({
        message: vscode.l10n.t('An import is waiting in the Import Preview. Replace it?'),
        detail: vscode.l10n.t('What is waiting is not imported. Nothing else is lost.'),
        yes: vscode.l10n.t('Replace'),
      })
    );
  }

  private read(sources: readonly Source[]): Thenable<PendingImport> {
    const title = vscode.l10n.t('Reading papers');
    return vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title, cancellable: true }, async (progress, token) => {
      const pending = await this.previewed(await readSources(sources, this.context.readDigest, progress, token));
      throwIfCancelled(token);
      return pending;
    });
  }

  private async previewed({ read, failed }: ReadSources): Promise<PendingImport> {
    const previews = await this.context.imports.preview(read.map(({ digest }) => digest));
    return { read: previews.map((preview, index) => ({ origin: read[index]?.origin ?? { name: preview.digest.title }, preview })), failed };
  }

  /** The library is another one, so the import would do something else. */
  private async previewAgain(): Promise<void> {
    const rows = this.rows;
    if (rows === undefined || this.busy) {
      return;
    }
    const { read, failed } = rows.pending;
    const pending = await this.previewed({ read: read.map(({ origin, preview }) => ({ origin, digest: preview.digest })), failed });
    if (this.rows === rows) {
      this.show(pending);
    }
  }

  private show(pending: PendingImport | undefined): void {
    this.rows = pending && new PreviewRows(pending);
    this.changed.fire();
  }

  private async alone<T>(work: () => Thenable<T>): Promise<T> {
    if (this.busy) {
      throw new ReaderError(vscode.l10n.t('Another import is at work. Wait for it, or cancel it in its notification.'));
    }
    this.busy = true;
    try {
      return await work();
    } finally {
      this.busy = false;
    }
  }
}

/** Shows the Papers view and puts the focus into it. */
export async function showPapers(): Promise<void> {
  await vscode.commands.executeCommand('lectern.papers.focus');
}
