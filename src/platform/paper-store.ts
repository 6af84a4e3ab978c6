import * as vscode from 'vscode';
import { parseBundledLibrary } from '../core/papers/bundled-library';
import type { Digest } from '../core/papers/digest';
import type { ImportPreview, ImportSummary } from '../core/papers/import-preview';
import { Library } from '../core/papers/library';
import { StorageProblem } from '../core/papers/storage/file-store';
import type { LibraryStorage } from '../core/papers/storage/library-storage';
import type { Rest } from '../core/steps';
import { readBuilt } from './built-files';
import { collectGarbage, MUCH } from './collect-garbage';
import { ReaderError } from './errors';
import { randomSuffix } from './files';
import { LibraryFiles } from './library-files';
import type { Log } from './log';
import { Owned } from './owned';
import { Queue } from './queue';
import { retryLater } from './retry-later';
import type { ImportOptions, Imports, LibraryProblems, Papers } from './stores';

/** Longest time that work on the library keeps the extension host, in milliseconds. */
const SLICE_MS = 8;

/** The library: the bundled digest's prebuilt papers and what was imported. Nothing is read before a view asks. */
export class PaperStore implements Papers, Imports, LibraryProblems, vscode.Disposable {
  private readonly owned = new Owned();
  private readonly changed = this.owned.add(new vscode.EventEmitter<void>());
  readonly onDidChange = this.changed.event;
  private readonly problemsChanged = this.owned.add(new vscode.EventEmitter<void>());
  readonly onDidChangeProblems = this.problemsChanged.event;

  private readonly folder: vscode.Uri;
  private readonly work = new Queue();
  private opening: Promise<LibraryStorage> | undefined;
  private loading: Promise<Library> | undefined;
  private shown: Library | undefined;
  private readonly told = new Set<string>();
  private unreadable: readonly string[] = [];

  constructor(
    private readonly extensionUri: vscode.Uri,
    storageUri: vscode.Uri,
    private readonly log: Log,
  ) {
    this.folder = vscode.Uri.joinPath(storageUri, 'library');
  }

  dispose(): void {
    this.owned.dispose();
  }

  get problems(): readonly string[] {
    return this.unreadable;
  }

  library(): Promise<Library> {
    this.loading ??= retryLater(
      this.onStorage((storage) => this.show(storage)),
      () => (this.loading = undefined),
    );
    return this.loading;
  }

  preview(digests: readonly Digest[]): Promise<readonly ImportPreview[]> {
    return this.onStorage(async (storage) => {
      await this.show(storage);
      return storage.preview(digests);
    });
  }

  add(digests: readonly Digest[], { token, progress }: ImportOptions = {}): Promise<ImportSummary> {
    const words = { merging: vscode.l10n.t('Merging…'), writing: vscode.l10n.t('Writing…') };
    return this.onStorage(async (storage) => {
      const onStage = (stage: keyof typeof words) => progress?.report({ message: words[stage] });
      const summary = await storage.add(digests, { rest: restUntil(token), onStage });
      await this.show(storage);
      return summary;
    });
  }

  last(): Promise<ImportSummary | undefined> {
    return this.onStorage((storage) => storage.last());
  }

  undo(): Promise<ImportSummary | undefined> {
    return this.onStorage(async (storage) => {
      const summary = await storage.undo();
      await this.show(storage);
      return summary;
    });
  }

  /** One piece of work after another, each on the library as it is on disk then. */
  private onStorage<T>(work: (storage: LibraryStorage) => Promise<T>): Promise<T> {
    return this.work.run(async () => {
      this.opening ??= retryLater(this.open(), () => (this.opening = undefined));
      try {
        return await work(await this.opening);
      } catch (error) {
        throw error instanceof StorageProblem ? new ReaderError(vscode.l10n.t('The library cannot be changed. {0}', error.message)) : error;
      }
    });
  }

  private async open(): Promise<LibraryStorage> {
    const { LibraryStorage } = await import('../core/papers/storage/library-storage'); // Evaluated with the first view, not when the extension is activated.
    let bundled: Promise<Library> | undefined;
    await this.watch();
    return new LibraryStorage({
      files: new LibraryFiles(this.folder),
      bundled: () => {
        bundled ??= retryLater(this.readBundled(), () => (bundled = undefined));
        return bundled;
      },
      rest: restUntil(undefined),
      uniqueName: randomSuffix,
      now: Date.now,
    });
  }

  private async readBundled(): Promise<Library> {
    return new Library(parseBundledLibrary(await readBuilt(this.extensionUri, 'library.json')));
  }

  /** Takes the library as it is on disk, and tells when it is another one. */
  private async show(storage: LibraryStorage): Promise<Library> {
    const { library, problems } = await storage.load();
    for (const problem of problems) {
      if (!this.told.has(problem)) {
        this.told.add(problem);
        this.log.warn(vscode.l10n.t('The library in {0} is not read wholly. {1}', this.folder.fsPath, problem));
      }
    }
    const others = problems.join('\n') !== this.unreadable.join('\n');
    this.unreadable = problems;
    if (others) {
      this.problemsChanged.fire();
    }
    const before = this.shown;
    this.shown = library;
    if (Math.abs(library.papers.length - (before?.papers.length ?? 0)) >= MUCH) {
      collectGarbage();
    }
    if (before !== undefined && before !== library) {
      this.loading = Promise.resolve(library);
      this.changed.fire();
    }
    return library;
  }

  /** Looks for a generation that another window made. */
  private async watch(): Promise<void> {
    await vscode.workspace.fs.createDirectory(this.folder); // Outside a workspace folder only what exists can be watched.
    const look = () => this.log.run(() => this.onStorage((storage) => this.show(storage)));
    const watcher = this.owned.add(vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(this.folder, 'library-*.json'), false, true, true));
    this.owned.add(watcher.onDidCreate(look));
    this.owned.add(
      vscode.window.onDidChangeWindowState(({ focused }) => {
        if (focused) {
          look(); // A watcher can miss something, and not every file system has one.
        }
      }),
    );
  }
}

/** @returns a rest that gives the work up once it is cancelled */
function restUntil(token: vscode.CancellationToken | undefined): Rest {
  return {
    sliceMs: SLICE_MS,
    rest: async () => {
      await new Promise<void>((resolve) => setTimeout(resolve));
      if (token?.isCancellationRequested) {
        throw new vscode.CancellationError();
      }
    },
  };
}
