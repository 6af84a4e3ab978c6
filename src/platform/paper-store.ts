import * as vscode from 'vscode';
import { Library, parseLibraryData } from '../core/papers/library';
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
import type { SearchEngine, SearchHit } from '../core/search/engine';
import { ReaderError } from './errors';
import { displayPath, readText, writeWhole } from './files';
import type { Log } from './log';
import { Owned } from './owned';
import { Queue } from './queue';
import type { Papers } from './stores';

/**
 * The library on disk: the bundled digest's prebuilt papers and index, and the user's readings in
 * one file of the global storage. Nothing is read before a view asks.
 */
export class PaperStore implements Papers, vscode.Disposable {
  private readonly owned = new Owned();
  private readonly changed = this.owned.add(new vscode.EventEmitter<void>());
  readonly onDidChange = this.changed.event;

  private readonly writes = new Queue();
  private readonly readingsFile: vscode.Uri;
  private loadingLibrary: Promise<Library> | undefined;
  private loadingEngine: Promise<SearchEngine> | undefined;
  private loadingReadings: Promise<Readings> | undefined;

  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly storageUri: vscode.Uri,
    private readonly log: Log,
  ) {
    this.readingsFile = vscode.Uri.joinPath(storageUri, 'library', 'reading.json');
  }

  dispose(): void {
    this.owned.dispose();
  }

  library(): Promise<Library> {
    this.loadingLibrary ??= retryLater(this.readLibrary(), () => (this.loadingLibrary = undefined));
    return this.loadingLibrary;
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

  async search(query: string, limit?: number): Promise<readonly SearchHit[]> {
    return (await this.engine()).search(query, limit);
  }

  async holding(query: string): Promise<ReadonlySet<PaperKey>> {
    return (await this.engine()).holding(query);
  }

  private engine(): Promise<SearchEngine> {
    this.loadingEngine ??= retryLater(this.readEngine(), () => (this.loadingEngine = undefined));
    return this.loadingEngine;
  }

  private async readLibrary(): Promise<Library> {
    return new Library(parseLibraryData(await this.readBuilt('library.json')));
  }

  private async readEngine(): Promise<SearchEngine> {
    const [{ SearchEngine }, { papers }, data] = await Promise.all([
      import('../core/search/engine'), // Evaluated with the first search, not when the extension is activated.
      this.library(),
      this.readBuilt('search.json'),
    ]);
    try {
      return SearchEngine.load(data, papers);
    } catch (error) {
      this.log.warn(`The prebuilt search index cannot be used and is built anew: ${String(error)}`);
      return SearchEngine.build(papers);
    }
  }

  private async readBuilt(name: string): Promise<unknown> {
    const uri = vscode.Uri.joinPath(this.extensionUri, 'dist', 'digest', name);
    const text = await readText(uri);
    if (text === undefined) {
      throw new ReaderError(vscode.l10n.t('A part of Lectern is missing: {0}. Install the extension again.', uri.path));
    }
    return JSON.parse(text) as unknown;
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

/** Keeps a loaded value but forgets a failure, so that the next request tries again. */
function retryLater<T>(loading: Promise<T>, forget: () => void): Promise<T> {
  loading.catch(forget);
  return loading;
}
