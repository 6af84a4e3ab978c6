import * as vscode from 'vscode';
import type { PaperKey } from '../core/papers/paper';
import {
  changedReadings,
  changeReadings,
  parseReadings,
  serialiseReadings,
  type ParsedReadings,
  type ReadingChange,
  type Readings,
  type ReadingStatus,
} from '../core/papers/reading';
import { isSameTag, type Tag } from '../core/papers/tags';
import { ReaderError } from './errors';
import { displayPath, readText, withFileLock, writeWhole } from './files';
import type { Log } from './log';
import { Owned } from './owned';
import { Queue } from './queue';
import { retryLater } from './retry-later';
import type { ReadingStates } from './stores';

/** What the user has set on papers: one file of the global storage. Nothing is read before a view asks. */
export class ReadingStore implements ReadingStates, vscode.Disposable {
  private readonly owned = new Owned();
  private readonly changed = this.owned.add(new vscode.EventEmitter<readonly PaperKey[]>());
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
    return this.change(keys, () => ({ status }));
  }

  setStarred(keys: readonly PaperKey[], starred: boolean): Promise<void> {
    return this.change(keys, () => ({ starred }));
  }

  setTags(keys: readonly PaperKey[], tags: readonly Tag[]): Promise<void> {
    return this.change(keys, () => ({ tags }));
  }

  addTag(keys: readonly PaperKey[], tag: Tag): Promise<void> {
    return this.changeTags(keys, [tag], []);
  }

  removeTag(keys: readonly PaperKey[], tag: Tag): Promise<void> {
    return this.changeTags(keys, [], [tag]);
  }

  changeTags(keys: readonly PaperKey[], added: readonly Tag[], removed: readonly Tag[]): Promise<void> {
    return this.change(keys, ({ tags }) => ({ tags: [...tags.filter((tag) => !removed.some((other) => isSameTag(tag, other))), ...added] }));
  }

  private async watchReadings(): Promise<Readings> {
    const folder = vscode.Uri.joinPath(this.storageUri, 'library');
    await vscode.workspace.fs.createDirectory(folder);
    const watcher = this.owned.add(vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, 'reading.json')));
    const reload = () => this.log.run(() => this.reloadReadings());
    this.owned.add(watcher.onDidChange(reload));
    this.owned.add(watcher.onDidCreate(reload));
    this.owned.add(
      vscode.window.onDidChangeWindowState(({ focused }) => {
        if (focused) {
          reload(); // A watcher can miss something, and not every file system has one.
        }
      }),
    );
    return (await this.readReadings()).readings;
  }

  /** Another window wrote: take what it wrote, and tell only when something is different. */
  private async reloadReadings(): Promise<void> {
    await this.writes.run(async () => this.take((await this.readReadings()).readings));
  }

  private async take(readings: Readings): Promise<void> {
    const changed = changedReadings(await this.readings(), readings);
    if (changed.length > 0) {
      this.loadingReadings = Promise.resolve(readings);
      this.changed.fire(changed);
    }
  }

  private async readReadings(): Promise<ParsedReadings> {
    const parsed = parseReadings((await readText(this.readingsFile)) ?? '');
    for (const problem of parsed.problems) {
      this.log.warn(`${this.readingsFile.path}: ${problem}`);
    }
    return parsed;
  }

  /** Re-reads before it writes, so that what another window set meanwhile is kept. */
  private async change(keys: readonly PaperKey[], change: ReadingChange): Promise<void> {
    await this.readings();
    await this.writes.run(() => withFileLock(this.readingsFile, () => this.changeFile(keys, change)));
  }

  private async changeFile(keys: readonly PaperKey[], change: ReadingChange): Promise<void> {
    const current = await this.readReadings();
    if (current.readOnly) {
      throw new ReaderError(
        vscode.l10n.t('Reading statuses cannot be saved. {0}: {1}', displayPath(this.readingsFile), current.problems.join(' ')),
      );
    }
    const changed = changeReadings(current, keys, change);
    if (changed.readings !== current.readings || Object.keys(changed.broken).length !== Object.keys(current.broken).length) {
      await writeWhole(this.readingsFile, serialiseReadings(changed.readings, changed));
    }
    await this.take(changed.readings);
  }
}
