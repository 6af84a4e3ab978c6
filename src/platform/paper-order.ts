import * as vscode from 'vscode';
import { arrange, GROUPINGS, SORTS, type Arrangement, type Grouping, type Sort } from '../core/papers/arrange';
import { Owned } from './owned';
import type { PaperOrder, Papers, PaperSearch, ReadingStates } from './stores';

const GROUPING = 'lectern.papers.grouping';
const SORT = 'lectern.papers.sort';

/** The order of the Papers tree. Grouping and sort are kept across restarts; the filter is of this window. */
export class PaperOrderStore implements PaperOrder, vscode.Disposable {
  private readonly owned = new Owned();
  private readonly changed = this.owned.add(new vscode.EventEmitter<void>());
  readonly onDidChange = this.changed.event;

  private query = '';
  private arranging: Promise<Arrangement> | undefined;

  constructor(
    private readonly papers: Papers,
    private readonly states: ReadingStates,
    private readonly paperSearch: PaperSearch,
    private readonly memory: vscode.Memento,
  ) {
    this.owned.add(papers.onDidChange(() => this.refresh()));
    this.owned.add(states.onDidChange(() => this.refresh()));
    this.owned.add(
      paperSearch.onDidChange(() => {
        if (this.query !== '') {
          this.refresh();
        }
      }),
    );
  }

  dispose(): void {
    this.owned.dispose();
  }

  get grouping(): Grouping {
    return oneOf(GROUPINGS, this.memory.get(GROUPING)) ?? 'digest';
  }

  get sort(): Sort {
    return oneOf(SORTS, this.memory.get(SORT)) ?? 'digest';
  }

  /** Search words the tree is narrowed to; empty when it is not. */
  get filter(): string {
    return this.query;
  }

  async setGrouping(grouping: Grouping): Promise<void> {
    await this.memory.update(GROUPING, grouping);
    this.refresh();
  }

  async setSort(sort: Sort): Promise<void> {
    await this.memory.update(SORT, sort);
    this.refresh();
  }

  setFilter(query: string): void {
    const trimmed = query.trim();
    if (trimmed !== this.query) {
      this.query = trimmed;
      this.refresh();
    }
  }

  arrangement(): Promise<Arrangement> {
    if (!this.arranging) {
      const arranging = this.arrange();
      arranging.catch(() => {
        if (this.arranging === arranging) {
          this.arranging = undefined;
        }
      });
      this.arranging = arranging;
    }
    return this.arranging;
  }

  private async arrange(): Promise<Arrangement> {
    const query = this.query;
    const [library, readings] = await Promise.all([this.papers.library(), this.states.readings()]);
    const options = { grouping: this.grouping, sort: this.sort };
    if (query === '') {
      return arrange(library, readings, options);
    }
    return arrange(library, readings, { ...options, filter: await this.paperSearch.holding(query) });
  }

  private refresh(): void {
    this.arranging = undefined;
    this.changed.fire();
  }
}

function oneOf<T extends string>(values: readonly T[], value: unknown): T | undefined {
  return values.find((known) => known === value);
}
