import * as vscode from 'vscode';
import { arrange, followsReadings, GROUPINGS, SORTS, type Arrangement, type Grouping, type Sort } from '../core/papers/arrange';
import type { Library } from '../core/papers/library';
import type { Paper } from '../core/papers/paper';
import { TopicIndex } from '../core/papers/topic-index';
import type { PaperTopic, TopicFinder } from '../core/papers/topics';
import { Owned } from './owned';
import { retryLater } from './retry-later';
import type { PaperOrder, Papers, PaperSearch, ReadingStates } from './stores';

const GROUPING = 'lectern.papers.grouping';
const SORT = 'lectern.papers.sort';

/** How long topics are found out before everything else gets its turn, in milliseconds. */
const SLICE_MS = 12;

/** The order of the Papers tree. Grouping and sort are kept across restarts; the filter is of this window. */
export class PaperOrderStore implements PaperOrder, vscode.Disposable {
  private readonly owned = new Owned();
  private readonly changed = this.owned.add(new vscode.EventEmitter<void>());
  readonly onDidChange = this.changed.event;

  private query = '';
  private arranging: Promise<Arrangement> | undefined;
  /** Counts the changes: an arrangement of an earlier turn is stale. */
  private turn = 0;
  private finding: Promise<TopicFinder> | undefined;
  private topics: TopicIndex | undefined;

  constructor(
    private readonly papers: Papers,
    private readonly states: Pick<ReadingStates, 'readings' | 'onDidChange'>,
    private readonly paperSearch: Pick<PaperSearch, 'holding' | 'onDidChange'>,
    private readonly memory: vscode.Memento,
    private readonly loadTopics: () => Promise<TopicFinder>,
  ) {
    this.owned.add(papers.onDidChange(() => this.takeLibrary()));
    this.owned.add(states.onDidChange(() => this.takeReadings()));
    this.owned.add(paperSearch.onDidChange(() => this.takeAnswers()));
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

  /** The topics of a paper with the words that decided. */
  async topicsOf(paper: Paper): Promise<readonly PaperTopic[]> {
    return (await this.topicIndex()).topics(paper);
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
    const { turn, query, grouping, sort } = this;
    const [library, readings, filter] = await Promise.all([
      this.papers.library(),
      this.states.readings(),
      query === '' ? undefined : this.paperSearch.holding(query),
    ]);
    const topics = grouping === 'topic' ? await this.topicIndex() : undefined;
    if (topics) {
      await this.learnTopics(topics, library, turn);
    }
    if (turn !== this.turn) {
      return this.arrangement(); // Another order was asked for meanwhile: nobody waits for this one.
    }
    return arrange(library, readings, { grouping, sort, ...(topics === undefined ? {} : { topics }), ...(filter === undefined ? {} : { filter }) });
  }

  private async topicIndex(): Promise<TopicIndex> {
    this.finding ??= retryLater(this.loadTopics(), () => (this.finding = undefined));
    const finder = await this.finding;
    this.topics ??= new TopicIndex(finder);
    return this.topics;
  }

  /** Leaves the extension host free in between: the topics of a large library take seconds. */
  private async learnTopics(topics: TopicIndex, { papers }: Library, turn: number): Promise<void> {
    let began = performance.now();
    for (const steps = topics.learn(papers); turn === this.turn && steps.next().done !== true; ) {
      if (performance.now() - began > SLICE_MS) {
        await new Promise((resolve) => setTimeout(resolve));
        began = performance.now();
      }
    }
  }

  private takeLibrary(): void {
    if (this.grouping !== 'topic') {
      this.topics = undefined; // It would keep papers of the former library.
    }
    this.refresh();
  }

  /** What is set on a paper moves it only where the order looks at that; a filter may. */
  private takeReadings(): void {
    if (followsReadings(this.grouping) || this.query !== '') {
      this.refresh();
    }
  }

  /** The search finds other papers than before: more is indexed, or a note was written. */
  private takeAnswers(): void {
    if (this.query !== '') {
      this.refresh();
    }
  }

  private refresh(): void {
    this.turn++;
    this.arranging = undefined;
    this.changed.fire();
  }
}

function oneOf<T extends string>(values: readonly T[], value: unknown): T | undefined {
  return values.find((known) => known === value);
}
