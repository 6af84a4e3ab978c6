import * as vscode from 'vscode';
import type { Library } from '../core/papers/library';
import { citedPapers, type CitedPapers } from '../core/references/cited-papers';
import { runInSlices } from '../core/steps';
import { Owned } from './owned';
import { pause } from './pause';
import type { Papers } from './stores';

/** Longest work without a rest, in milliseconds: typing goes on meanwhile. */
const SLICE_MS = 10;

/** What citations are looked up in. Nothing of the library is read before the first is. */
export class ReferenceLibrary implements vscode.Disposable {
  private readonly owned = new Owned();
  private readonly changed = this.owned.add(new vscode.EventEmitter<void>());
  private made: { readonly library: Library; readonly cited: Promise<CitedPapers> } | undefined;
  /** A citation may name another paper now. Only told once something was looked up. */
  readonly onDidChange = this.changed.event;

  constructor(private readonly papers: Papers) {
    this.owned.add(papers.onDidChange(() => (this.made === undefined ? undefined : this.changed.fire())));
  }

  dispose(): void {
    this.owned.dispose();
  }

  async cited(): Promise<CitedPapers> {
    const library = await this.papers.library();
    if (this.made?.library !== library) {
      this.made = { library, cited: runInSlices(citedPapers(library), { rest: () => pause(), sliceMs: SLICE_MS }) };
    }
    return this.made.cited;
  }
}
