import * as vscode from 'vscode';
import type { Digest } from '../core/papers/digest';
import type { ImportPreview, ImportSummary, NewRecord } from '../core/papers/import-preview';
import { normaliseTitle } from '../core/papers/key';
import { buildLibrary, Library, type LibraryData } from '../core/papers/library';
import { EMPTY_LIBRARY } from '../core/papers/library-data';
import { Owned } from './owned';
import type { ImportOptions, Imports, Papers } from './stores';

/** A library that lasts as long as the window, on top of another. Papers are told apart by their titles alone. */
export class ImportsInMemory implements Imports, Papers, vscode.Disposable {
  private readonly owned = new Owned();
  private readonly changed = this.owned.add(new vscode.EventEmitter<void>());
  readonly onDidChange = this.changed.event;

  private data: LibraryData | undefined;
  private readonly done: { readonly before: LibraryData; readonly summary: ImportSummary }[] = [];

  constructor(private readonly bundled?: Papers) {}

  dispose(): void {
    this.owned.dispose();
  }

  async library(): Promise<Library> {
    return new Library(await this.load());
  }

  async preview(digests: readonly Digest[]): Promise<readonly ImportPreview[]> {
    const { papers } = await this.load();
    const known = new Map<string, { readonly key: string; readonly title: string } | { readonly line: number; readonly title: string }>(
      papers.map(({ key, title }) => [normaliseTitle(title), { key, title }]),
    );
    return digests.map((digest) => {
      const added: NewRecord[] = [];
      const duplicates: ImportPreview['duplicates'][number][] = [];
      digest.papers.forEach((paper, index) => {
        const line = digest.lines[index] ?? 1;
        const of = known.get(normaliseTitle(paper.title));
        if (of === undefined) {
          added.push({ line, paper });
          known.set(normaliseTitle(paper.title), { line, title: paper.title });
        } else {
          duplicates.push({ line, paper, why: 'title', of });
        }
      });
      return { digest, added, changed: [], duplicates };
    });
  }

  async add(digests: readonly Digest[], { token }: ImportOptions = {}): Promise<ImportSummary> {
    const before = await this.load();
    if (token?.isCancellationRequested === true) {
      throw new vscode.CancellationError();
    }
    const after = buildLibrary(digests, before);
    const title = digests.map((digest) => digest.title).join(', ');
    const summary = { title, at: new Date().toISOString(), added: after.papers.length - before.papers.length, changed: 0 };
    this.done.push({ before, summary });
    this.become(after);
    return summary;
  }

  last(): Promise<ImportSummary | undefined> {
    return Promise.resolve(this.done.at(-1)?.summary);
  }

  undo(): Promise<ImportSummary | undefined> {
    const last = this.done.pop();
    if (last !== undefined) {
      this.become(last.before);
    }
    return Promise.resolve(last?.summary);
  }

  private async load(): Promise<LibraryData> {
    if (this.data === undefined) {
      const library = await this.bundled?.library();
      this.data ??= library === undefined ? EMPTY_LIBRARY : { ...EMPTY_LIBRARY, digests: library.digests, papers: library.papers };
    }
    return this.data;
  }

  private become(data: LibraryData): void {
    this.data = data;
    this.changed.fire();
  }
}
