import * as vscode from 'vscode';
import { parseSavedSearches, renamed, serialiseSavedSearches, withoutSearch, withSearch, type SavedSearch, type SavedSearchFile } from '../core/search/saved-searches';
import { ReaderError } from './errors';
import { displayPath, readText, withFileLock, writeWhole } from './files';
import type { Log } from './log';
import { Owned } from './owned';
import { Queue } from './queue';
import { retryLater } from './retry-later';
import type { SavedSearches } from './stores';

const FILE = 'searches.json';
const FOLDER = '.lectern';

/** Where the searches are: `file` in `folder`, of which `base` is the part that is there already. */
interface Place {
  readonly base: vscode.Uri;
  readonly glob: string;
  readonly folder: vscode.Uri;
  readonly file: vscode.Uri;
}

/** The user's named queries: one file, which a repository may share. Nothing is read before someone asks. */
export class SavedSearchStore implements SavedSearches, vscode.Disposable {
  private readonly owned = new Owned();
  private readonly changed = this.owned.add(new vscode.EventEmitter<void>());
  readonly onDidChange = this.changed.event;

  private readonly writes = new Queue();
  private watching: Owned | undefined;
  private loading: Promise<readonly SavedSearch[]> | undefined;

  constructor(
    private readonly storage: vscode.Uri,
    private readonly log: Log,
  ) {
    this.owned.add(vscode.workspace.onDidChangeWorkspaceFolders(() => this.startOver()));
  }

  dispose(): void {
    this.owned.dispose();
  }

  list(): Promise<readonly SavedSearch[]> {
    this.loading ??= retryLater(this.load(), () => (this.loading = undefined));
    return this.loading;
  }

  save(name: string, query: string): Promise<void> {
    return this.change((searches) => withSearch(searches, name, query));
  }

  rename(name: string, to: string): Promise<void> {
    return this.change((searches) => renamed(searches, name, to));
  }

  remove(name: string): Promise<void> {
    return this.change((searches) => withoutSearch(searches, name));
  }

  private async load(): Promise<readonly SavedSearch[]> {
    const place = this.place();
    if (!vscode.workspace.workspaceFolders?.length) {
      // Outside a workspace folder only what exists can be watched.
      await vscode.workspace.fs.createDirectory(place.base);
    }
    this.watching ??= this.watch(place);
    return (await this.read(place)).searches;
  }

  private watch({ base, glob }: Place): Owned {
    const watching = this.owned.add(new Owned());
    const watcher = watching.add(vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(base, glob)));
    const reload = () => this.log.run(() => this.reload());
    watching.add(watcher.onDidChange(reload));
    watching.add(watcher.onDidCreate(reload));
    watching.add(watcher.onDidDelete(reload));
    return watching;
  }

  /** Someone else wrote: take what they wrote, and tell only when something is different. */
  private async reload(): Promise<void> {
    await this.writes.run(async () => {
      const before = JSON.stringify(await this.list());
      const { searches } = await this.read(this.place());
      if (JSON.stringify(searches) !== before) {
        this.loading = Promise.resolve(searches);
        this.changed.fire();
      }
    });
  }

  private async read({ file }: Place): Promise<SavedSearchFile> {
    const parsed = parseSavedSearches((await readText(file)) ?? '');
    for (const problem of parsed.problems) {
      this.log.warn(`${displayPath(file)}: ${problem}`);
    }
    return parsed;
  }

  /** Re-reads before it writes, so that what another window or a pull brought meanwhile is kept. */
  private async change(change: (searches: readonly SavedSearch[]) => readonly SavedSearch[]): Promise<void> {
    await this.list();
    await this.writes.run(async () => {
      const place = this.place();
      await withFileLock(place.file, () => this.changeFile(place, change));
    });
  }

  private async changeFile(place: Place, change: (searches: readonly SavedSearch[]) => readonly SavedSearch[]): Promise<void> {
    const current = await this.read(place);
    const searches = change(current.searches);
    if (searches === current.searches) {
      return;
    }
    if (current.readOnly) {
      throw new ReaderError(vscode.l10n.t('Saved searches cannot be changed. {0}: {1}', displayPath(place.file), current.problems.join(' ')));
    }
    await vscode.workspace.fs.createDirectory(place.folder);
    await writeWhole(place.file, serialiseSavedSearches({ ...current, searches }));
    this.loading = Promise.resolve(searches);
    this.changed.fire();
  }

  private place(): Place {
    const workspace = vscode.workspace.workspaceFolders?.[0]?.uri;
    const base = workspace ?? this.storage;
    const folder = workspace ? vscode.Uri.joinPath(workspace, FOLDER) : this.storage;
    return { base, glob: workspace ? `${FOLDER}/${FILE}` : FILE, folder, file: vscode.Uri.joinPath(folder, FILE) };
  }

  /** The first folder may be another one now. */
  private startOver(): void {
    this.watching?.dispose();
    this.watching = undefined;
    this.loading = undefined;
    this.changed.fire();
  }
}
