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

/** How long a change is looked after once it is written, at least and at most, in milliseconds: windows do not keep in step. */
const SETTLED_MS = { least: 1000, most: 1500 };

/** How often changes are written again before they are left as another window has them. */
const MOST_REPAIRS = 10;

/** How often a write that fails is tried again: another window may be replacing the file. */
const MOST_FAILURES = 3;

/** How often, and after how many milliseconds each time, a file is looked for that was there before. */
const LOOKS = { most: 5, pauseMs: 40 };

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
  /** Changes written lately, in order: another window may still take them away. */
  private unsettled: readonly Change[] = [];
  private repairs = 0;
  private failures = 0;
  private wasThere = false;
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
    await this.writes.run(async () => this.keep(await this.readReadings()));
  }

  private async take(readings: Readings): Promise<void> {
    const changed = changedReadings(await this.readings(), readings);
    if (changed.length > 0) {
      this.loadingReadings = Promise.resolve(readings);
      this.changed.fire(changed);
    }
  }

  private async readReadings(): Promise<ParsedReadings> {
    const parsed = parseReadings(await this.readFile());
    for (const problem of parsed.problems) {
      this.log.warn(`${this.readingsFile.path}: ${problem}`);
    }
    return parsed;
  }

  /** VS Code replaces a file by deleting it first: one that was there may be missing for a moment, and is not empty for that. */
  private async readFile(): Promise<string> {
    let text = await readText(this.readingsFile);
    for (let look = 1; text === undefined && this.wasThere && look <= LOOKS.most; look++) {
      await new Promise((resolve) => setTimeout(resolve, LOOKS.pauseMs));
      text = await readText(this.readingsFile);
    }
    this.wasThere = text !== undefined;
    return text ?? '';
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
      this.failures = 0;
      await this.keep(current);
      clearTimeout(this.settling);
      const { least, most } = SETTLED_MS;
      this.settling = setTimeout(() => this.log.run(() => this.writes.run(() => this.settle())), least + Math.random() * (most - least));
    });
  }

  private async settle(): Promise<void> {
    await this.keep(await this.readReadings());
    this.unsettled = [];
  }

  /**
   * Takes the file as it is, with the changes made here lately. Another window may have read it before they were written and
   * replaced it after: what such a write has taken away is written again. Nobody sets the same paper in two windows within
   * that second.
   */
  private async keep(current: ParsedReadings): Promise<void> {
    const changed = this.unsettled.reduce((file, { keys, change }) => changeReadings(file, keys, change), current);
    const isKept = changed.readings === current.readings && Object.keys(changed.broken).length === Object.keys(current.broken).length;
    if (isKept || current.readOnly || this.repairs > MOST_REPAIRS) {
      await this.take(current.readings);
      return;
    }
    this.repairs++;
    try {
      await writeWhole(this.readingsFile, serialiseReadings(changed.readings, changed));
    } catch (error) {
      if (++this.failures > MOST_FAILURES) {
        throw error;
      }
      await this.keep(await this.readReadings());
      return;
    }
    await this.take(changed.readings);
  }
}
