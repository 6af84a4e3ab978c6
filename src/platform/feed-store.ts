import * as vscode from 'vscode';
import type { Feed, FeedId } from '../core/feeds/feed';
import { parseFeedStates, serialiseFeedStates, stateOf, type FeedState, type FeedStates } from '../core/feeds/feed-state';
import { parseFeeds, serialiseFeeds, type ParsedFeeds } from '../core/feeds/feeds-file';
import { ReaderError } from './errors';
import { displayPath, readText, withFileLock, writeWhole } from './files';
import type { Log } from './log';
import { Owned } from './owned';

/**
 * What the user follows (`feeds.json` in the global storage, plain JSON) and how far it was followed (`feeds-state.json`, which may be
 * lost). Both are read anew each time, so that another window's change is seen; nothing is written before there is a feed.
 */
export class FeedStore implements vscode.Disposable {
  private readonly owned = new Owned();
  private readonly changed = this.owned.add(new vscode.EventEmitter<void>());
  /** A feed or its state changed, here or, once there was a feed, in another window. */
  readonly onDidChange = this.changed.event;

  private readonly feedsFile: vscode.Uri;
  private readonly stateFile: vscode.Uri;
  private watching = false;
  /** What was last said to be wrong with the file, so that it is said once. */
  private warned = '';

  constructor(
    private readonly storage: vscode.Uri,
    private readonly log: Log,
  ) {
    this.feedsFile = vscode.Uri.joinPath(storage, 'feeds.json');
    this.stateFile = vscode.Uri.joinPath(storage, 'feeds-state.json');
  }

  dispose(): void {
    this.owned.dispose();
  }

  async feeds(): Promise<readonly Feed[]> {
    return (await this.read()).feeds;
  }

  async states(): Promise<FeedStates> {
    try {
      return parseFeedStates((await readText(this.stateFile)) ?? '');
    } catch (error) {
      if (error instanceof ReaderError) {
        return {}; // A cache that cannot be read is none.
      }
      throw error;
    }
  }

  /** @throws ReaderError when the file must not be changed */
  follow(feed: Feed): Promise<void> {
    return this.change(({ feeds }) => [...feeds, feed]);
  }

  /** @throws ReaderError when the file must not be changed */
  async stop(ids: readonly FeedId[]): Promise<void> {
    await this.change(({ feeds }) => feeds.filter(({ id }) => !ids.includes(id)));
    await this.changeStates((states) => Object.fromEntries(Object.entries(states).filter(([id]) => !ids.includes(id))));
  }

  /** Keeps the state of a feed, unless it is no longer followed. */
  async saveState(id: FeedId, state: FeedState): Promise<void> {
    if ((await this.feeds()).some((feed) => feed.id === id)) {
      await this.changeStates((states) => ({ ...states, [id]: state }));
    }
  }

  async stateOf(id: FeedId): Promise<FeedState> {
    return stateOf(await this.states(), id);
  }

  private async read(): Promise<ParsedFeeds> {
    const parsed = parseFeeds((await readText(this.feedsFile)) ?? '');
    const problems = parsed.problems.join('\n');
    if (problems !== this.warned) {
      this.warned = problems;
      for (const problem of parsed.problems) {
        this.log.warn(`${this.feedsFile.path}: ${problem}`);
      }
    }
    if (parsed.feeds.length > 0) {
      this.watch();
    }
    return parsed;
  }

  private async change(edit: (file: ParsedFeeds) => readonly Feed[]): Promise<void> {
    await withFileLock(this.feedsFile, async () => {
      const file = await this.read();
      if (file.readOnly) {
        throw new ReaderError(vscode.l10n.t('The feeds cannot be changed. {0}: {1}', displayPath(this.feedsFile), file.problems.join(' ')));
      }
      await vscode.workspace.fs.createDirectory(this.storage);
      await writeWhole(this.feedsFile, serialiseFeeds(edit(file), file));
    });
    this.changed.fire();
  }

  private async changeStates(edit: (states: FeedStates) => FeedStates): Promise<void> {
    await withFileLock(this.stateFile, async () => writeWhole(this.stateFile, serialiseFeedStates(edit(await this.states()))));
    this.changed.fire();
  }

  private watch(): void {
    if (this.watching) {
      return;
    }
    this.watching = true;
    const watcher = this.owned.add(vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(this.storage, 'feeds*.json')));
    const tell = () => this.changed.fire();
    this.owned.add(watcher.onDidChange(tell));
    this.owned.add(watcher.onDidCreate(tell));
    this.owned.add(watcher.onDidDelete(tell));
  }
}
