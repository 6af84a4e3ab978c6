import * as vscode from 'vscode';
import type { Digest } from '../../core/papers/digest';
import type { ImportSummary } from '../../core/papers/import-preview';
import type { ReadDigest } from '../../platform/digest-reading';
import { ReaderError } from '../../platform/errors';
import type { Log } from '../../platform/log';
import { Owned } from '../../platform/owned';
import type { Imports, Papers } from '../../platform/stores';
import { changesNothing, digestsOf, PreviewRows, type FailedText, type Origin, type PendingImport } from './pending';
import type { Prompts } from './prompts';
import type { Source } from './sources';
import { doneText, failedText, nothingNewText, undoneText } from './words';

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
    }
    this.show(pending);
    return true;
  }

  /** Imports what is pending. Cancelled or failed, nothing has happened and it is pending still. */
  async commit(): Promise<void> {
    const rows = this.rows;
    if (rows === undefined) {
      return;
    }
    const summary = await this.alone(() =>
      vscode.window.withProgress(
        { location: vscode.ProgressLocation.Notification, title: vscode.l10n.t('Importing papers'), cancellable: true },
        (progress, token) => this.context.imports.add(digestsOf(rows.pending), { progress, token }),
      ),
    );
    this.show(undefined);
    this.context.log.run(() => this.tellDone(summary));
  }

  cancel(): void {
    this.show(undefined);
  }

  /** Takes the last import back after asking. */
  async undo(): Promise<void> {
    const { imports, prompts } = this.context;
    const last = await imports.last();
    if (last === undefined) {
      await prompts.tell(vscode.l10n.t('There is no import to take back.'));
      return;
    }
    const agreed = await prompts.confirm({
      message: vscode.l10n.t('Take back the import of “{0}”?', last.title),
      detail: vscode.l10n.t('The papers that only it brought leave the library. Your notes, runs, stars and reading statuses stay.'),
      yes: vscode.l10n.t('Undo Import'),
    });
    if (agreed) {
      await this.takeBack(last);
    }
  }

  private async takeBack(summary: ImportSummary): Promise<void> {
    const { imports, prompts } = this.context;
    if ((await imports.last())?.at !== summary.at) {
      throw new ReaderError(vscode.l10n.t('The import of “{0}” is not the last one any more, so it was not taken back.', summary.title));
    }
    const undone = await imports.undo();
    if (undone !== undefined) {
      await prompts.tell(undoneText(undone));
    }
  }

  private async tellDone(summary: ImportSummary): Promise<void> {
    const [undo, show] = [vscode.l10n.t('Undo'), vscode.l10n.t('Show Papers')];
    const choice = await this.context.prompts.tell(doneText(summary), undo, show);
    if (choice === undo) {
      await this.takeBack(summary);
    } else if (choice === show) {
      await vscode.commands.executeCommand('lectern.papers.focus');
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

  private read(sources: readonly Source[]): Promise<PendingImport> {
    const title = vscode.l10n.t('Reading papers');
    return Promise.resolve(
      vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title, cancellable: true }, async (progress, token) => {
        const read: { readonly origin: Origin; readonly digest: Digest }[] = [];
        const failed: FailedText[] = [];
        for (const source of sources) {
          progress.report({ message: source.origin.name, increment: 100 / sources.length });
          const result = await this.readOne(source, token);
          if ('digest' in result) {
            read.push(result);
          } else {
            failed.push(result);
          }
        }
        return this.previewed(read, failed);
      }),
    );
  }

  private async readOne(source: Source, token: vscode.CancellationToken): Promise<{ origin: Origin; digest: Digest } | FailedText> {
    const { origin, name } = source;
    try {
      const digest = await this.context.readDigest(await source.bytes(token), name, token);
      throwIfCancelled(token);
      const [problem] = digest.problems;
      return digest.papers.length > 0 ? { origin, digest } : { origin, problem: problem?.reason ?? vscode.l10n.t('No papers were found in it.') };
    } catch (error) {
      throwIfCancelled(token);
      if (error instanceof ReaderError) {
        return { origin, problem: error.message };
      }
      throw error;
    }
  }

  private async previewed(read: readonly { readonly origin: Origin; readonly digest: Digest }[], failed: readonly FailedText[]): Promise<PendingImport> {
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
    const pending = await this.previewed(read.map(({ origin, preview }) => ({ origin, digest: preview.digest })), failed);
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

function throwIfCancelled(token: vscode.CancellationToken): void {
  if (token.isCancellationRequested) {
    throw new vscode.CancellationError();
  }
}
