import * as vscode from 'vscode';
import type { PaperKey } from '../core/papers/paper';
import { citedLines, type CitedLine } from '../core/references/cited-lines';
import type { CitedPapers } from '../core/references/cited-papers';
import type { Log } from './log';
import { Owned } from './owned';
import { Queue } from './queue';
import { textOf, type ReferenceFiles } from './reference-files';
import type { ReferenceLibrary } from './reference-library';
import { listFiles, MOST_FILES, scanFiles } from './reference-scan';
import { ReferenceWatcher } from './reference-watcher';
import type { CodeReference, CodeReferences, FoundReferences } from './code-stores';

interface CitingFile {
  readonly uri: vscode.Uri;
  readonly lines: readonly CitedLine[];
}

/** What the folders were found to hold. */
interface Reading {
  readonly folders: readonly ReferenceFiles[];
  /** The files that cite anything, by URI. */
  readonly files: Map<string, CitingFile>;
  readonly isCapped: boolean;
}

interface BegunReading {
  readonly cancel: vscode.CancellationTokenSource;
  readonly done: Promise<Reading>;
  known?: Reading;
  /** How many wait for it to be done. */
  waiting: number;
  /** Somebody shows what is known of it, and is told when it is done. */
  isFollowed: boolean;
}

/** Which files of the workspace cite which papers. Nothing is read or watched before someone asks. */
export class ReferenceIndex implements CodeReferences, vscode.Disposable {
  private readonly owned = new Owned();
  private readonly changed = this.owned.add(new vscode.EventEmitter<void>());
  private readonly refreshes = new Queue();
  private watcher: ReferenceWatcher | undefined;
  private reading: BegunReading | undefined;
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly library: ReferenceLibrary,
    private readonly log: Log,
    private readonly mostFiles = MOST_FILES,
  ) {
    this.owned.add(library.onDidChange(() => (this.reading === undefined ? undefined : this.changed.fire())));
  }

  dispose(): void {
    this.reading?.cancel.cancel();
    this.owned.dispose();
  }

  async known(paper: PaperKey): Promise<FoundReferences> {
    if (!hasFolders()) {
      this.watch();
      return { state: 'noFolder', references: [] };
    }
    const reading = this.begin();
    reading.isFollowed = true;
    const { known } = reading;
    return known === undefined ? { state: 'reading', references: [] } : this.found(paper, known);
  }

  async find(paper: PaperKey, token?: vscode.CancellationToken): Promise<FoundReferences> {
    if (!hasFolders()) {
      return { state: 'noFolder', references: [] };
    }
    for (;;) {
      const reading = this.begin();
      reading.waiting++;
      try {
        return await this.found(paper, await unlessCancelled(reading.done, token));
      } catch (error) {
        // Given up because other files count by now: those are looked through instead.
        const isReplaced = reading.cancel.token.isCancellationRequested && this.reading !== reading;
        if (!isReplaced || token?.isCancellationRequested === true) {
          throw error;
        }
      } finally {
        reading.waiting--;
        this.giveUp(reading);
      }
    }
  }

  /** What nobody waits for any more is not read to its end. */
  private giveUp(reading: BegunReading): void {
    if (reading.waiting === 0 && !reading.isFollowed && reading.known === undefined && this.reading === reading) {
      reading.cancel.cancel();
      this.reading = undefined;
    }
  }

  private async found(paper: PaperKey, { files, isCapped }: Reading): Promise<FoundReferences> {
    const cited = files.size === 0 ? undefined : await this.library.cited();
    const references = cited === undefined ? [] : [...files.values()].flatMap((file) => referencesIn(file, paper, cited));
    references.sort((one, other) => (one.path === other.path ? one.range.start.compareTo(other.range.start) : one.path < other.path ? -1 : 1));
    return { state: 'ready', references, ...(isCapped ? { cappedAt: this.mostFiles } : {}) };
  }

  /** Looks through the files, unless that is done or being done. */
  private begin(): BegunReading {
    if (this.reading !== undefined) {
      return this.reading;
    }
    this.watch();
    const cancel = new vscode.CancellationTokenSource();
    const options = { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Looking for papers in code') };
    const done = Promise.resolve(vscode.window.withProgress(options, (progress) => this.read(progress, cancel.token)));
    const reading: BegunReading = { cancel, done, waiting: 0, isFollowed: false };
    this.reading = reading;
    void this.take(reading);
    return reading;
  }

  private async take(reading: BegunReading): Promise<void> {
    try {
      reading.known = await reading.done;
    } catch (error) {
      if (this.reading === reading && !reading.cancel.token.isCancellationRequested) {
        // Asked again, it is tried again.
        this.reading = undefined;
        this.log.report(error);
      }
      return;
    }
    this.changed.fire();
  }

  private async read(progress: vscode.Progress<{ readonly message: string }>, token: vscode.CancellationToken): Promise<Reading> {
    const { folders, uris, isCapped } = await listFiles(this.mostFiles, token);
    const files = new Map<string, CitingFile>();
    await scanFiles(uris, (uri) => this.readFile(uri, files), progress, token);
    return { folders, files, isCapped };
  }

  /** @returns whether what it cites is something else now */
  private async readFile(uri: vscode.Uri, files: Map<string, CitingFile>): Promise<boolean> {
    const id = uri.toString();
    const before = files.get(id);
    const lines = citedLines((await this.textOf(uri)) ?? '');
    if (lines.length === 0) {
      return files.delete(id);
    }
    files.set(id, { uri, lines });
    return JSON.stringify(before?.lines) !== JSON.stringify(lines);
  }

  private async textOf(uri: vscode.Uri): Promise<string | undefined> {
    try {
      return await textOf(uri);
    } catch (error) {
      // One file that cannot be read keeps no other from being found.
      this.log.warn(`${uri.toString()}: ${String(error)}`);
      return undefined;
    }
  }

  private watch(): void {
    this.watcher ??= this.owned.add(
      new ReferenceWatcher({
        onFiles: (uris) => this.log.run(() => this.refreshes.run(() => this.refresh(uris))),
        onAll: () => {
          this.reading?.cancel.cancel();
          this.reading = undefined;
          this.changed.fire();
        },
      }),
    );
  }

  private async refresh(uris: readonly vscode.Uri[]): Promise<void> {
    const { reading } = this;
    if (reading === undefined) {
      return;
    }
    const { folders, files } = await reading.done;
    let isChanged = false;
    for (const uri of uris) {
      for (const file of await this.filesAt(uri, folders, files, reading.cancel.token)) {
        isChanged = (await this.readFile(file, files)) || isChanged;
      }
    }
    if (isChanged && this.reading === reading) {
      this.changed.fire();
    }
  }

  /** The files that an event on a file or a folder is about: those in a folder that came or went are not told one by one. */
  private async filesAt(uri: vscode.Uri, folders: readonly ReferenceFiles[], files: Reading['files'], token: vscode.CancellationToken): Promise<readonly vscode.Uri[]> {
    const folder = folders.find(({ folder: { uri: base } }) => base.toString() === vscode.workspace.getWorkspaceFolder(uri)?.uri.toString());
    if (folder?.includes(uri) !== true) {
      return [];
    }
    const within = [...files.values()].filter((file) => file.uri.path.startsWith(`${uri.path}/`)).map((file) => file.uri);
    return [uri, ...within, ...((await isFolder(uri)) ? (await folder.list(this.mostFiles, token, uri)).uris : [])];
  }
}

function referencesIn({ uri, lines }: CitingFile, paper: PaperKey, cited: CitedPapers): readonly CodeReference[] {
  return lines
    .filter((line) => cited.papersOf(line).some(({ key }) => key === paper))
    .map(({ line, character, endCharacter, preview, start, end }) => ({
      uri,
      path: vscode.workspace.asRelativePath(uri),
      range: new vscode.Range(line, character, line, endCharacter),
      preview,
      start,
      end,
    }));
}

function hasFolders(): boolean {
  return (vscode.workspace.workspaceFolders ?? []).length > 0;
}

async function isFolder(uri: vscode.Uri): Promise<boolean> {
  try {
    return ((await vscode.workspace.fs.stat(uri)).type & vscode.FileType.Directory) !== 0;
  } catch {
    // It is gone, or cannot be looked at; reading it says so where that matters.
    return false;
  }
}

/** The result, unless the token is cancelled first; then the work goes on for others who wait for it. */
async function unlessCancelled<T>(work: Promise<T>, token: vscode.CancellationToken | undefined): Promise<T> {
  const owned = new Owned();
  const cancelled = new Promise<never>((_, reject) => {
    if (token !== undefined) {
      owned.add(token.onCancellationRequested(() => reject(new vscode.CancellationError())));
    }
  });
  try {
    return await Promise.race([work, cancelled]);
  } finally {
    owned.dispose();
  }
}
