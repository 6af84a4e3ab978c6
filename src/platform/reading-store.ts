import * as vscode from 'vscode';
import type { PaperKey } from '../core/papers/paper';
import {
  changeReadings,
  parseReadings,
  serialiseReadings,
  type ParsedReadings,
  type Reading,
  type Readings,
  type ReadingStatus,
} from '../core/papers/reading';
import { ReaderError } from './errors';
import { displayPath, readText, writeWhole } from './files';
import type { Log } from './log';
import { Owned } from './owned';
import { Queue } from './queue';
import { retryLater } from './retry-later';
import type { ReadingStates } from './stores';

/** What the user has set on papers: one file of the global storage. Nothing is read before a view asks. */
export class ReadingStore implements ReadingStates, vscode.Disposable {
  private readonly owned = new Owned();
  private readonly changed = this.owned.add(new vscode.EventEmitter<void>());
  readonly onDidChange = this.changed.event;

  private readonly writes = new Queue();
  private readonly readingsFile: vscode.Uri;
  private loadingReadings: Promise<Readings> | undefined;

  constructor(
    private readonly storageUri: vscode.Uri,
    private readonly log: Log,
  ) {
    this.readingsFile = vscode.Uri.joinPath(storageUri, 'library', 'reading.json');
  }

  dispose(): void {
    this.owned.dispose();
  }

  readings(): Promise<Readings> {
    this.loadingReadings ??= retryLater(this.watchReadings(), () => (this.loadingReadings = undefined));
    return this.loadingReadings;
  }

  setStatus(keys: readonly PaperKey[], status: ReadingStatus): Promise<void> {
    return this.change(keys, { status });
  }

  setStarred(keys: readonly PaperKey[], starred: boolean): Promise<void> {
    return this.change(keys, { starred });
  }

  private async watchReadings(): Promise<Readings> {
    const folder = vscode.Uri.joinPath(this.storageUri, 'library');
    await vscode.workspace.fs.createDirectory(folder);
    const watcher = this.owned.add(vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, 'reading.json')));
    const reload = () => this.log.run(() => this.reloadReadings());
    this.owned.add(watcher.onDidChange(reload));
    this.owned.add(watcher.onDidCreate(reload));
    return (await this.readReadings()).readings;
  }

  /** Another window wrote: take what it wrote, and tell only when something is different. */
  private async reloadReadings(): Promise<void> {
    await this.writes.run(async () => {
      const before = serialiseReadings(await this.readings());
      const { readings } = await this.readReadings();
      if (serialiseReadings(readings) !== before) {
        this.loadingReadings = Promise.resolve(readings);
        this.changed.fire();
      }
    });
  }

  private async readReadings(): Promise<ParsedReadings> {
    const text = await readText(this.readingsFile);
    const parsed = parseReadings(text ?? '');
    for (const problem of parsed.problems) {
      this.log.warn(`${this.readingsFile.path}: ${problem}`);
    }
    return parsed;
  }

  /** Re-reads before it writes, so that what another window set meanwhile is kept. */
  private async change(keys: readonly PaperKey[], change: Partial<Reading>): Promise<void> {
    await this.readings();
    await this.writes.run(async () => {
      const current = await this.readReadings();
      if (current.readOnly) {
        throw new ReaderError(
          vscode.l10n.t('Reading statuses cannot be saved. {0}: {1}', displayPath(this.readingsFile), current.problems.join(' ')),
        );
      }
      const changed = changeReadings(current, keys, change);
      await writeWhole(this.readingsFile, serialiseReadings(changed.readings, changed));
      this.loadingReadings = Promise.resolve(changed.readings);
      this.changed.fire();
    });
  }
}
