import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Library } from '../../src/core/papers/library';
import { emptyLibraryData } from '../../src/core/papers/library-data';
import type { Paper, PaperKey } from '../../src/core/papers/paper';
import { withReadings, type ReadingChange, type Readings } from '../../src/core/papers/reading';
import type { Row } from '../../src/core/papers/rows';
import { TOPIC_LEXICON } from '../../src/core/papers/topic-lexicon';
import { TopicFinder } from '../../src/core/papers/topics';
import { PapersTree } from '../../src/features/library/papers-tree';
import { isTopRow, type TopRow, type TreeRow } from '../../src/features/library/top-rows';
import { PaperOrderStore } from '../../src/platform/paper-order';
import { manyPapers } from '../unit/papers/many-papers';

const PAPERS = 100_000;

/** Rows that may be made for one look into the tree: some places of at most 200. */
const FEW_ROWS = 1_000;

/** A library and what is set on its papers, in memory. */
class Shelf {
  private readonly imported = new vscode.EventEmitter<void>();
  private readonly set = new vscode.EventEmitter<readonly PaperKey[]>();
  private shelved: Library;
  private readings: Readings = {};
  private answers = (): Promise<ReadonlySet<PaperKey>> => Promise.resolve(new Set());
  private readonly kept = new Map<string, unknown>();

  readonly order: PaperOrderStore;
  readonly tree: PapersTree;
  private readonly drawn: (readonly string[] | undefined)[] = [];

  constructor(papers: readonly Paper[]) {
    this.shelved = shelve(papers);
    const states = { onDidChange: this.set.event, readings: () => Promise.resolve(this.readings) };
    const memory: vscode.Memento = {
      keys: () => [...this.kept.keys()],
      get: <T>(key: string, otherwise?: T) => (this.kept.get(key) as T | undefined) ?? otherwise,
      update: (key: string, value: unknown) => Promise.resolve(void this.kept.set(key, value)),
    };
    const store = { onDidChange: this.imported.event, library: () => Promise.resolve(this.shelved) };
    const search = { holding: () => this.answers(), onDidChange: new vscode.EventEmitter<void>().event };
    this.order = new PaperOrderStore(store, states, search, memory, () => Promise.resolve(new TopicFinder(TOPIC_LEXICON)));
    const log = { warn: (message: string) => assert.fail(message), run: (work: () => Thenable<unknown>) => void work() };
    const notes = { onDidChange: new vscode.EventEmitter<void>().event, list: () => Promise.resolve([]) };
    const top = { onDidChange: new vscode.EventEmitter<TopRow | undefined>().event, rows: () => Promise.resolve([]), children: () => Promise.resolve([]), item: () => assert.fail('no row above the papers') };
    this.tree = new PapersTree({ states, order: this.order, notes, top, log });
    this.tree.onDidChangeTreeData((rows) => this.drawn.push(rows?.flatMap((row) => ('id' in row ? [row.id] : []))));
  }

  get papers(): readonly Paper[] {
    return this.shelved.papers;
  }

  paper(key: PaperKey): Paper {
    return this.shelved.paper(key) ?? assert.fail(`no paper ${key}`);
  }

  /** What the tree has told VS Code to draw anew since the last call, `undefined` for everything. */
  takeDrawn(): readonly (readonly string[] | undefined)[] {
    return this.drawn.splice(0);
  }

  import(papers: readonly Paper[]): Promise<void> {
    return this.redrawn(() => {
      this.shelved = shelve(papers);
      this.imported.fire();
    });
  }

  change(keys: readonly PaperKey[], change: ReadingChange): Promise<void> {
    return this.redrawn(() => {
      this.readings = withReadings(this.readings, keys, change);
      this.set.fire(keys);
    });
  }

  answer(answers: () => Promise<ReadonlySet<PaperKey>>): void {
    this.answers = answers;
  }

  /** Does something and waits until the tree has told of it. */
  async redrawn(act: () => unknown): Promise<void> {
    const told = new Promise<void>((resolve) => {
      const once = this.tree.onDidChangeTreeData(() => {
        once.dispose();
        resolve();
      });
    });
    await act();
    await told;
  }

  async children(row?: Row): Promise<readonly Row[]> {
    return (await this.tree.getChildren(row)).filter((child) => !isTopRow(child));
  }

  dispose(): void {
    this.tree.dispose();
    this.order.dispose();
  }
}

function shelve(papers: readonly Paper[]): Library {
  return new Library({ ...emptyLibraryData(), digests: [{ id: 'daily-papers-2026-01-09', source: 'daily-papers', title: 'Many papers' }], papers });
}

function first(rows: readonly Row[]): Row {
  return rows[0] ?? assert.fail('no rows');
}

describe('the Papers tree over a hundred thousand papers', () => {
  let shelf: Shelf;

  beforeEach(() => (shelf = new Shelf(manyPapers(PAPERS))));
  afterEach(() => shelf.dispose());

  /** Opens the first row of each place down to papers, as someone who looks in. */
  const lookIn = async (): Promise<readonly Row[]> => {
    let rows = await shelf.children();
    while (first(rows).kind !== 'paper') {
      rows = await shelf.children(first(rows));
    }
    return rows;
  };

  it('makes rows only where someone looks, never more than 200 in one place', async () => {
    for (const grouping of ['digest', 'year', 'organisation', 'status', 'tag', 'topic', 'none'] as const) {
      await shelf.order.setGrouping(grouping);
      const rows = await lookIn();
      assert.ok(rows.length <= 200, grouping);
      assert.ok(shelf.tree.rowCount < FEW_ROWS, `${grouping}: ${shelf.tree.rowCount} rows`);
    }
  });

  it('begins with its groups closed, each saying how many papers it has', async () => {
    await shelf.order.setGrouping('status');
    const [unread] = await shelf.tree.getChildren();
    assert.ok(unread);
    const item = await shelf.tree.getTreeItem(unread);
    assert.equal(item.collapsibleState, vscode.TreeItemCollapsibleState.Collapsed);
    assert.deepEqual([item.label, item.description, item.accessibilityInformation?.label], ['Unread', '100000', 'Unread, 100000 papers']);
  });

  it('has its groups open when a filter leaves few papers', async () => {
    await shelf.order.setGrouping('year');
    const closed = await shelf.tree.getTreeItem(first(await shelf.children()));
    shelf.answer(() => Promise.resolve(new Set(['p9999', 'p19999'])));
    await shelf.redrawn(() => shelf.order.setFilter('few'));
    const open = await shelf.tree.getTreeItem(first(await shelf.children()));
    assert.deepEqual([closed.collapsibleState, open.collapsibleState], [vscode.TreeItemCollapsibleState.Collapsed, vscode.TreeItemCollapsibleState.Expanded]);
    assert.equal(open.label, closed.label);
    assert.notEqual(open.id, closed.id, 'VS Code would keep it closed by its id');
  });

  it('names its ranges by what they hold', async () => {
    await shelf.order.setGrouping('none');
    await shelf.order.setSort('newest');
    const item = await shelf.tree.getTreeItem(first(await shelf.children()));
    assert.ok(typeof item.label === 'string');
    assert.match(item.label, /^\p{L}+ \d{4} – \p{L}+ \d{4}$/u);
    assert.match(String(item.description), /^1–\d+$/u);
  });

  it('draws only the row of a paper whose status changes', async () => {
    const [row] = await lookIn();
    assert.ok(row?.kind === 'paper');
    await shelf.change([row.paper.key], () => ({ status: 'read', starred: true, tags: ['nlp'] }));
    assert.deepEqual(shelf.takeDrawn(), [[row.id]]);
    const item = await shelf.tree.getTreeItem(row);
    assert.match(String(item.description), /^★ · .*#nlp$/u);
    assert.match(item.accessibilityInformation?.label ?? '', /read, starred, .*tags: nlp$/u);
    assert.equal(first(await lookIn()), row, 'it is the same row');
  });

  it('draws the groups that a paper leaves and enters, and keeps the ids of all rows', async () => {
    await shelf.order.setGrouping('status');
    const before = await lookIn();
    const groups = await shelf.tree.getChildren();
    await shelf.change(['p500'], () => ({ status: 'reading' }));
    assert.deepEqual(shelf.takeDrawn(), [undefined], 'there is another group');

    await lookIn();
    await shelf.change(['p501'], () => ({ status: 'reading' }));
    assert.deepEqual(shelf.takeDrawn().at(-1), ['status:unread', 'status:reading']);
    assert.deepEqual((await lookIn()).map(({ id }) => id), before.map(({ id }) => id));
    assert.equal(groups.length + 1, (await shelf.tree.getChildren()).length);
  });

  it('draws what an import changes and keeps ids, by which VS Code keeps what is open and selected', async () => {
    await shelf.order.setGrouping('year');
    const before = (await lookIn()).map(({ id }) => id);
    await shelf.import(shelf.papers.map((paper) => (paper.published?.startsWith('2030') ? { ...paper, comments: 7 } : paper)));
    assert.deepEqual(shelf.takeDrawn(), [['year:2030']]);
    await shelf.import([...shelf.papers, { ...shelf.paper('p0'), key: 'undated', published: '1999-01-01' }]);
    assert.equal(shelf.takeDrawn().at(-1), undefined, 'there is another group');
    assert.deepEqual((await lookIn()).map(({ id }) => id), before);
  });

  it('finds the row of a paper and the rows above it', async () => {
    const row = await shelf.tree.rowOf(shelf.paper('p77777'));
    assert.ok(row);
    const path = (each: TreeRow | undefined): string[] => (each === undefined ? [] : [...path(shelf.tree.getParent(each)), each.kind]);
    assert.deepEqual(path(row), ['group', 'range', 'range', 'paper']);
    assert.ok((await shelf.tree.getChildren(row.parent)).includes(row));
  });

  it('drops the answer to a filter that is not asked for any more', async () => {
    const late: (() => void)[] = [];
    shelf.answer(
      () =>
        new Promise((resolve) => {
          late.push(() => resolve(new Set(['p1'])));
        }),
    );
    shelf.order.setFilter('first');
    const stale = shelf.order.arrangement();
    shelf.answer(() => Promise.resolve(new Set(['p2', 'p3'])));
    shelf.order.setFilter('second');
    for (const give of late) give();
    assert.deepEqual((await stale).order, ['p2', 'p3']);
  });

  it('shows the abstract in a tooltip, with what the filter matches and why a topic', async () => {
    shelf.dispose();
    shelf = new Shelf([{ ...shelf.paper('p0'), title: 'Efficient *Attention*', abstract: 'Sparse attention kernels for linear attention.' }]);
    shelf.answer(() => Promise.resolve(new Set(['p0'])));
    await shelf.order.setGrouping('topic');
    shelf.order.setFilter('kernel');
    const row = first(await lookIn());
    const { tooltip } = await shelf.tree.resolveTreeItem(await shelf.tree.getTreeItem(row), row);
    assert.ok(tooltip instanceof vscode.MarkdownString);
    assert.match(tooltip.value, /^\*\*Efficient \\\*Attention\\\*\*\*/u);
    assert.match(tooltip.value, /Efficient attention and sequence models: it speaks of efficient attention/u);
    assert.match(tooltip.value, /Sparse attention \*\*kernels\*\* for linear attention/u);
  });
});
