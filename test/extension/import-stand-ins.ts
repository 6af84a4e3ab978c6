import * as vscode from 'vscode';
import type { Digest } from '../../src/core/papers/digest';
import type { ImportPreview, ImportSummary } from '../../src/core/papers/import-preview';
import { buildLibrary, Library } from '../../src/core/papers/library';
import type { ImportOptions, Imports, Papers } from '../../src/platform/stores';
import type { Prompts } from '../../src/features/imports/prompts';

/** A library whose papers are told apart by their titles. What `add` was called with is kept. */
export class StandInLibrary implements Papers, Imports {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  readonly added: (readonly Digest[])[] = [];
  /** Happens in front of every write. */
  beforeAdd: (options: ImportOptions) => Promise<void> = () => Promise.resolve();

  library(): Promise<Library> {
    return Promise.resolve(new Library(buildLibrary(this.added.flat())));
  }

  preview(digests: readonly Digest[]): Promise<readonly ImportPreview[]> {
    const known = new Set(this.titles());
    return Promise.resolve(
      digests.map((digest) => {
        const records = digest.papers.map((paper, index) => ({ paper, line: digest.lines[index] ?? 1 }));
        const isKnown = records.map(({ paper }) => known.has(paper.title));
        records.forEach(({ paper }) => known.add(paper.title));
        const duplicates = records.filter((_, index) => isKnown[index]);
        return {
          digest,
          added: records.filter((_, index) => !isKnown[index]),
          changed: [],
          duplicates: duplicates.map((record) => ({ ...record, why: 'title', of: { key: 'known', title: record.paper.title } })),
        };
      }),
    );
  }

  async add(digests: readonly Digest[], options: ImportOptions = {}): Promise<ImportSummary> {
    await this.beforeAdd(options);
    this.added.push(digests);
    this.changed.fire();
    return this.summaryOf(this.added.length - 1);
  }

  last(): Promise<ImportSummary | undefined> {
    return Promise.resolve(this.added.length === 0 ? undefined : this.summaryOf(this.added.length - 1));
  }

  async undo(): Promise<ImportSummary | undefined> {
    const last = await this.last();
    this.added.pop();
    this.changed.fire();
    return last;
  }

  titles(): readonly string[] {
    return this.added.flat().flatMap(({ papers }) => papers.map(({ title }) => title));
  }

  private summaryOf(index: number): ImportSummary {
    const digests = this.added[index] ?? [];
    const added = digests.reduce((sum, { papers }) => sum + papers.length, 0);
    return { title: digests.map(({ title }) => title).join(), at: new Date(index).toISOString(), added, changed: 0 };
  }
}

/** Answers for the user: agrees to nothing, chooses nothing and presses no button unless told to. Keeps what it was asked and told. */
export class StandInPrompts implements Prompts {
  readonly asked: string[] = [];
  readonly told: string[] = [];
  agrees = false;
  /** The button to press in the next message that has it. */
  button: string | undefined;
  saveTo: vscode.Uri | undefined;
  choice = 0;

  files(): Promise<readonly vscode.Uri[]> {
    return Promise.resolve([]);
  }

  url(): Promise<string | undefined> {
    return Promise.resolve(undefined);
  }

  confirm({ message, detail }: { readonly message: string; readonly detail: string }): Promise<boolean> {
    this.asked.push(`${message} ${detail}`);
    return Promise.resolve(this.agrees);
  }

  pick<T extends vscode.QuickPickItem>(items: readonly T[], title: string): Promise<T | undefined> {
    this.asked.push(`${title}: ${items.map(({ label }) => label).join(', ')}`);
    return Promise.resolve(items[this.choice]);
  }

  target(): Promise<vscode.Uri | undefined> {
    return Promise.resolve(this.saveTo);
  }

  tell(message: string, ...buttons: readonly string[]): Promise<string | undefined> {
    this.told.push(message);
    const pressed = buttons.find((button) => button === this.button);
    if (pressed !== undefined) {
      this.button = undefined;
    }
    return Promise.resolve(pressed);
  }
}
