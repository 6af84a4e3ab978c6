import * as vscode from 'vscode';
import type { Log } from './log';
import { Owned } from './owned';
import { allRecordFolders, movesNotes, type RecordFolders } from './record-folders';

/** Most files of a kind that are listed, so that a folder set by mistake does not hang the window. */
export const MOST_RECORDS = 10_000;

/** A burst of file events, as of a checkout, is told once. */
const QUIET_MS = 150;

/** When to look again for what is being written. */
const UNFINISHED_MS = 5_000;

/** Files read at the same time. */
const READERS = 16;

/** What a list needs to know of the records it lists. */
export interface RecordKind<T> {
  /** Paths in a base folder, as globs, where a change may be one of a record. */
  readonly watched: (folders: RecordFolders) => readonly string[];
  /** The files that hold a record each, at most `MOST_RECORDS`. */
  readonly find: (folders: RecordFolders) => Promise<readonly vscode.Uri[]>;
  /** The record of a file, broken ones with their problem; `undefined` when it is none, or not yet. Does not reject. */
  readonly read: (uri: vscode.Uri, folders: RecordFolders) => Promise<T | undefined>;
}

/**
 * The records of a kind in all record folders. Nothing is read or watched before the first `list`; then a record is read once and
 * again only when its file changes.
 */
export class RecordList<T> implements vscode.Disposable {
  private readonly owned = new Owned();
  private readonly changed = this.owned.add(new vscode.EventEmitter<void>());
  /** Records changed: by this window, or outside once there was a `list`. */
  readonly onDidChange = this.changed.event;

  private readonly records = new Map<string, Promise<T | undefined>>();
  private watching: Owned | undefined;
  private listing: Promise<readonly T[]> | undefined;
  private listed: ReadonlySet<string> = new Set();
  private quiet: ReturnType<typeof setTimeout> | undefined;
  private unfinished: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly kind: RecordKind<T>,
    private readonly storage: vscode.Uri,
    private readonly log: Log,
  ) {}

  dispose(): void {
    clearTimeout(this.quiet);
    clearTimeout(this.unfinished);
    this.owned.dispose();
  }

  list(): Promise<readonly T[]> {
    if (!this.listing) {
      const listing = this.load();
      listing.catch(() => {
        if (this.listing === listing) {
          this.listing = undefined;
        }
      });
      this.listing = listing;
    }
    return this.listing;
  }

  /** What is at this path changed, or everything below it. */
  touch(uri: vscode.Uri): void {
    const touched = uri.toString();
    for (const known of this.records.keys()) {
      if (known === touched || known.startsWith(`${touched}/`)) {
        this.records.delete(known);
      }
    }
    this.tell();
  }

  private tell(): void {
    this.listing = undefined;
    clearTimeout(this.quiet);
    this.quiet = setTimeout(() => this.changed.fire(), QUIET_MS);
  }

  private async load(): Promise<readonly T[]> {
    if (!vscode.workspace.workspaceFolders?.length) {
      // Outside a workspace folder only what exists can be watched.
      await vscode.workspace.fs.createDirectory(this.storage);
    }
    const all = allRecordFolders(this.storage);
    this.watching ??= this.watch(all);
    const lists = await Promise.all(all.map((folders) => this.loadIn(folders)));
    const found = lists.flat();
    const whole = found.flatMap(({ key, record }) => (record === undefined ? [] : [{ key, record }]));
    this.listed = new Set(whole.map(({ key }) => key));
    this.forgetOthers();
    clearTimeout(this.unfinished);
    if (whole.length < found.length) {
      this.unfinished = setTimeout(() => this.tell(), UNFINISHED_MS);
    }
    return whole.map(({ record }) => record);
  }

  private forgetOthers(): void {
    for (const key of this.records.keys()) {
      if (!this.listed.has(key)) {
        this.records.delete(key);
      }
    }
  }

  private async loadIn(folders: RecordFolders): Promise<readonly { readonly key: string; readonly record: T | undefined }[]> {
    const uris = await this.find(folders);
    const records = new Array<T | undefined>(uris.length);
    let next = 0;
    const work = async () => {
      while (next < uris.length) {
        const index = next++;
        const uri = uris[index];
        records[index] = uri && (await this.record(uri, folders));
      }
    };
    await Promise.all(Array.from({ length: READERS }, work));
    return uris.map((uri, index) => ({ key: uri.toString(), record: records[index] }));
  }

  private async find(folders: RecordFolders): Promise<readonly vscode.Uri[]> {
    try {
      return await this.kind.find(folders);
    } catch (error) {
      this.log.warn(`${folders.base.path} could not be looked through: ${String(error)}`);
      return []; // The other folders are listed all the same.
    }
  }

  private record(uri: vscode.Uri, folders: RecordFolders): Promise<T | undefined> {
    const key = uri.toString();
    const known = this.records.get(key);
    if (known) {
      return known;
    }
    const reading = this.kind.read(uri, folders);
    this.records.set(key, reading);
    return reading;
  }

  private watch(all: readonly RecordFolders[]): Owned {
    const watching = this.owned.add(new Owned());
    const touch = (uri: vscode.Uri) => this.touch(uri);
    for (const folders of all) {
      for (const glob of this.kind.watched(folders)) {
        const watcher = watching.add(vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folders.base, glob)));
        watching.add(watcher.onDidCreate(touch));
        watching.add(watcher.onDidChange(touch));
        watching.add(watcher.onDidDelete(touch));
      }
    }
    watching.add(
      vscode.window.onDidChangeWindowState(({ focused }) => {
        if (focused) {
          this.log.run(() => this.lookAgain(all));
        }
      }),
    );
    watching.add(vscode.workspace.onDidChangeWorkspaceFolders(() => this.startOver()));
    watching.add(
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (movesNotes(change)) {
          this.startOver();
        }
      }),
    );
    return watching;
  }

  /** A watcher can miss what happens in a folder that was made together with its parent (seen on Linux), so files that came or went are looked for. */
  private async lookAgain(all: readonly RecordFolders[]): Promise<void> {
    const uris = (await Promise.all(all.map((folders) => this.find(folders)))).flat();
    if (uris.length !== this.listed.size || uris.some((uri) => !this.listed.has(uri.toString()))) {
      this.tell();
    }
  }

  /** The folders are others now: the next `list` watches those. */
  private startOver(): void {
    this.watching?.dispose();
    this.watching = undefined;
    this.records.clear();
    this.tell();
  }
}
