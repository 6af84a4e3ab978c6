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
import { displayPath, readText, writeWhole } from './files';
import type { Log } from './log';
import { Owned } from './owned';
import { Queue } from './queue';
import { retryLater } from './retry-later';
import type { ReadingStates } from './stores';

/** How long after a change its file is looked at again, at least and at most, in milliseconds: windows do not keep in step. */
const SETTLED_MS = { least: 200, most: 500 };

/** How often changes are written again before they are left as another window has them. */
const MOST_REPAIRS = 5;

interface Change {
  readonly keys: readonly PaperKey[];
  readonly change: ReadingChange;
}

/** What the user has set on papers: one file of the global storage. Nothing is read before a view asks. */
export class ReadingStore implements ReadingStates, vscode.Disposable {
  private readonly owned = new Owned();
  private readonly changed = this.owned.add(new vscode.EventEmitter<readonly PaperKey[]>());
  readonly onDidChange = this.changed.event;

  private readonly writes = new Queue();
  private readonly readingsFile: vscode.Uri;
  private loadingReadings: Promise<Readings> | undefined;
  /** Changes written and not yet seen to have stayed, in order. */
  private unsettled: readonly Change[] = [];
  private repairs = 0;
  private settling: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly storageUri: vscode.Uri,
    private readonly log: Log,
  ) {
    this.readingsFile = vscode.Uri.joinPath(storageUri, 'library', 'reading.json');
  }

  dispose(): void {
    clearTimeout(this.settling);
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
    const text = await readText(this.readingsFile);
    const parsed = parseReadings(text ?? '');
    for (const problem of parsed.problems) {
      this.log.warn(`${this.readingsFile.path}: ${problem}`);
    }
    return parsed;
  }

  /** Re-reads before it writes, so that what another window set meanwhile is kept. */
  private async change(keys: readonly PaperKey[], change: ReadingChange): Promise<void> {
    await this.readings();
    await this.writes.run(async () => {
      const current = await this.readReadings();
      if (current.readOnly) {
        throw new ReaderError(
          vscode.l10n.t('Reading statuses cannot be saved. {0}: {1}', displayPath(this.readingsFile), current.problems.join(' ')),
        );
      }
      this.unsettled = [...this.unsettled, { keys, change }];
      this.repairs = 0;
      await this.write(current);
    });
  }

  /**
   * Another window may have read the file before this one wrote, and replaced it after. A moment later, changes that such a
   * write has taken away are made once more. Nobody sets the same paper in two windows within that moment.
   */
  private async settle(): Promise<void> {
    const current = await this.readReadings();
    if (current.readOnly || this.repairs >= MOST_REPAIRS) {
      this.unsettled = [];
      return;
    }
    this.repairs++;
    await this.write(current);
  }

  /** Writes the file with the unsettled changes; they are settled once they are in it. */
  private async write(current: ParsedReadings): Promise<void> {
    const changed = this.unsettled.reduce((file, { keys, change }) => changeReadings(file, keys, change), current);
    if (changed.readings === current.readings && Object.keys(changed.broken).length === Object.keys(current.broken).length) {
      this.unsettled = [];
    } else {
      await writeWhole(this.readingsFile, serialiseReadings(changed.readings, changed));
      clearTimeout(this.settling);
      const { least, most } = SETTLED_MS;
      this.settling = setTimeout(() => this.log.run(() => this.writes.run(() => this.settle())), least + Math.random() * (most - least));
    }
    await this.take(changed.readings);
  }
}
