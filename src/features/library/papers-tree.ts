import * as vscode from 'vscode';
import type { Arrangement, Grouping, Sort } from '../../core/papers/arrange';
import type { Paper, PaperKey } from '../../core/papers/paper';
import { readingOf, type Readings } from '../../core/papers/reading';
import { Rows, type PaperRow, type Row } from '../../core/papers/rows';
import type { PaperTopic } from '../../core/papers/topics';
import type { Log } from '../../platform/log';
import { Owned } from '../../platform/owned';
import type { Notes, PaperOrder, ReadingStates } from '../../platform/stores';
import { NotedPapers } from './noted-papers';
import { paperTooltip } from './paper-tooltip';
import { groupItem, paperItem, rangeItem } from './row-items';
import { isTopRow, type TopRows, type TreeRow } from './top-rows';

/** What the tree shows papers in. */
export interface ShownOrder extends PaperOrder {
  readonly grouping: Grouping;
  readonly sort: Sort;
  readonly filter: string;
  topicsOf(paper: Paper): Promise<readonly PaperTopic[]>;
}

export interface TreeContext {
  readonly states: Pick<ReadingStates, 'readings' | 'onDidChange'>;
  readonly order: ShownOrder;
  readonly notes: Pick<Notes, 'list' | 'onDidChange'>;
  readonly top: Pick<TopRows, 'rows' | 'children' | 'item' | 'onDidChange'>;
  readonly log: Pick<Log, 'run' | 'warn'>;
}

/**
 * The rows of the Papers view; what they are is the core's. Rows are made when their parent is expanded, keep their
 * identity while they are shown, and only those that changed are drawn anew.
 */
export class PapersTree implements vscode.TreeDataProvider<TreeRow>, vscode.Disposable {
  private readonly owned = new Owned();
  private readonly changed = this.owned.add(new vscode.EventEmitter<TreeRow[] | undefined>());
  readonly onDidChangeTreeData = this.changed.event;

  private readonly rows = new Rows();
  private readonly noted: NotedPapers;
  private shown: Arrangement | undefined;
  private readings: Readings = {};

  constructor(private readonly context: TreeContext) {
    const { order, states, notes, top, log } = context;
    this.noted = this.owned.add(new NotedPapers(notes, log, (keys) => this.redraw(keys)));
    this.owned.add(top.onDidChange((row) => this.changed.fire(row && [row])));
    this.owned.add(order.onDidChange(() => this.shown && log.run(() => this.follow())));
    this.owned.add(states.onDidChange((keys) => this.shown && log.run(() => this.redrawRead(keys))));
  }

  dispose(): void {
    this.owned.dispose();
  }

  /** Number of rows made so far. */
  get rowCount(): number {
    return this.rows.count;
  }

  async getChildren(row?: TreeRow): Promise<TreeRow[]> {
    if (row === undefined) {
      await this.load();
      const papers = this.rows.children();
      // Without papers the view says why there are none, which it does only while it has no rows.
      return papers.length === 0 ? [] : [...(await this.context.top.rows()), ...papers];
    }
    return [...(isTopRow(row) ? await this.context.top.children(row) : this.rows.children(row))];
  }

  getParent(row: TreeRow): TreeRow | undefined {
    return row.parent;
  }

  getTreeItem(row: TreeRow): vscode.TreeItem | Promise<vscode.TreeItem> {
    if (isTopRow(row)) {
      return this.context.top.item(row);
    }
    switch (row.kind) {
      case 'group':
        return groupItem(row, this.rows.opensGroups);
      case 'range':
        return rangeItem(row);
      case 'paper':
        return paperItem(row, readingOf(this.readings, row.paper.key), this.noted.count(row.paper.key));
    }
  }

  async resolveTreeItem(item: vscode.TreeItem, row: TreeRow): Promise<vscode.TreeItem> {
    if (row.kind === 'paper') {
      const { grouping, filter } = this.context.order;
      item.tooltip = await paperTooltip(row.paper, { filter, topics: grouping === 'topic' ? await this.context.order.topicsOf(row.paper) : [] });
    }
    return item;
  }

  /** The first row of a paper; `undefined` for one that is not shown. */
  async rowOf(paper: Paper): Promise<PaperRow | undefined> {
    await this.catchUp();
    return this.rows.find(paper);
  }

  async firstRow(): Promise<Row | undefined> {
    await this.catchUp();
    return this.rows.children()[0];
  }

  private catchUp(): Promise<void> {
    return this.shown ? this.follow() : this.load();
  }

  /** Takes up the order as it is now; the caller draws all rows anew. */
  private async load(): Promise<void> {
    const { order, states } = this.context;
    const [arrangement, readings] = await Promise.all([order.arrangement(), states.readings()]);
    this.readings = readings;
    if (arrangement !== this.shown) {
      this.shown = arrangement;
      this.rows.show(arrangement, order.grouping, order.sort);
    }
  }

  /** Draws the groups that another order has changed, all rows if it has other groups. */
  private async follow(): Promise<void> {
    const { order, states } = this.context;
    let arrangement: Arrangement;
    let readings: Readings;
    try {
      [arrangement, readings] = await Promise.all([order.arrangement(), states.readings()]);
    } catch {
      this.changed.fire(undefined); // VS Code asks for the rows and shows that there are none; the view tells why.
      return;
    }
    this.readings = readings;
    if (arrangement === this.shown) {
      return;
    }
    this.shown = arrangement;
    const changed = this.rows.show(arrangement, order.grouping, order.sort);
    if (changed === undefined) {
      this.changed.fire(undefined);
    } else if (changed.length > 0) {
      this.changed.fire([...changed]);
    }
  }

  private async redrawRead(keys: readonly PaperKey[]): Promise<void> {
    this.readings = await this.context.states.readings();
    this.redraw(keys);
  }

  private redraw(keys: readonly PaperKey[]): void {
    const rows = keys.flatMap((key) => this.rows.rowsOfPaper(key));
    if (rows.length > 0) {
      this.changed.fire(rows);
    }
  }
}
