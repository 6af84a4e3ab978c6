import type * as vscode from 'vscode';
import type { PaperKey } from '../../core/papers/paper';
import type { Log } from '../../platform/log';
import { Owned } from '../../platform/owned';
import type { Notes } from '../../platform/stores';

/** How many notes each paper has, as known so far. Nothing is read before the first question. */
export class NotedPapers implements vscode.Disposable {
  private readonly owned = new Owned();
  private counts: ReadonlyMap<PaperKey, number> = new Map();
  private asked = 0;

  /** @param tell is told the papers whose count is another one */
  constructor(
    private readonly notes: Pick<Notes, 'list' | 'onDidChange'>,
    private readonly log: Pick<Log, 'warn'>,
    private readonly tell: (changed: readonly PaperKey[]) => void,
  ) {
    this.owned.add(notes.onDidChange(() => this.asked > 0 && this.read()));
  }

  dispose(): void {
    this.owned.dispose();
  }

  count(key: PaperKey): number {
    if (this.asked === 0) {
      this.read();
    }
    return this.counts.get(key) ?? 0;
  }

  private read(): void {
    const question = ++this.asked;
    // A folder that cannot be read must not keep the papers from being shown; the Notes and Runs view reports it.
    this.list().then(
      (counts) => question === this.asked && this.take(counts),
      (error: unknown) => this.log.warn(String(error)),
    );
  }

  private async list(): Promise<ReadonlyMap<PaperKey, number>> {
    const counts = new Map<PaperKey, number>();
    for (const { paper } of await this.notes.list()) {
      if (paper !== undefined) {
        counts.set(paper, (counts.get(paper) ?? 0) + 1);
      }
    }
    return counts;
  }

  private take(counts: ReadonlyMap<PaperKey, number>): void {
    const before = this.counts;
    this.counts = counts;
    const keys = new Set([...before.keys(), ...counts.keys()]);
    const changed = [...keys].filter((key) => before.get(key) !== counts.get(key));
    if (changed.length > 0) {
      this.tell(changed);
    }
  }
}
