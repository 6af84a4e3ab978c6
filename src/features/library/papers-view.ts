import * as vscode from 'vscode';
import type { PaperKey } from '../../core/papers/paper';
import { UnreadCount } from '../../core/papers/unread';
import type { Log } from '../../platform/log';
import { Owned } from '../../platform/owned';
import type { PaperOrderStore } from '../../platform/paper-order';
import { activePaperKey } from '../../platform/paper-uri';
import { pause } from '../../platform/pause';
import { Queue } from '../../platform/queue';
import type { Papers, ReadingStates } from '../../platform/stores';
import type { PapersTree } from './papers-tree';
import type { TreeRow } from './top-rows';

const VIEW = 'lectern.papers';

/** How often a move to a row is tried, and after how many milliseconds first, the pause growing each time: about five seconds in all. */
const ATTEMPTS = { most: 10, pauseMs: 100 };

/** What is round the tree: badge of unread papers, the filter in the description, context keys, the row of the open paper. */
export class PapersView implements vscode.Disposable {
  private readonly owned = new Owned();
  private readonly view: vscode.TreeView<TreeRow>;
  private readonly unread = new UnreadCount();
  /** Papers that changed while nobody could see the badge. */
  private readonly missed = new Set<PaperKey>();
  private readonly moves = new Queue();
  /** Counts the moves: one that waits while another is asked for is left out. */
  private turn = 0;

  constructor(
    private readonly tree: PapersTree,
    private readonly papers: Papers,
    private readonly states: ReadingStates,
    private readonly order: PaperOrderStore,
    private readonly log: Log,
    dropTarget: vscode.TreeDragAndDropController<unknown>,
  ) {
    this.view = this.owned.add(
      vscode.window.createTreeView<TreeRow>(VIEW, { treeDataProvider: tree, showCollapseAll: true, canSelectMany: true, dragAndDropController: dropTarget }),
    );
    this.owned.add(this.view.onDidChangeVisibility(() => this.appear()));
    this.owned.add(order.onDidChange(() => this.refresh()));
    this.owned.add(states.onDidChange((keys) => this.count(keys)));
    this.owned.add(vscode.window.tabGroups.onDidChangeTabs(() => this.follow()));
    this.owned.add(vscode.window.tabGroups.onDidChangeTabGroups(() => this.follow()));
    this.appear();
  }

  dispose(): void {
    this.owned.dispose();
  }

  /** Papers of the selected rows. */
  get selectedKeys(): readonly PaperKey[] {
    return this.view.selection.flatMap((row) => (row.kind === 'paper' ? [row.paper.key] : []));
  }

  /**
   * Scrolls to a paper, opens what it is in and selects it.
   *
   * @param focus moves the keyboard there and shows the view where it is hidden
   * @returns false when the paper is not in the tree
   */
  async reveal(key: PaperKey, { focus }: { readonly focus: boolean }): Promise<boolean> {
    let found = false;
    await this.untilShown(async () => {
      found = await this.select(key, focus);
    }, ++this.turn);
    return found;
  }

  /** Brings the open paper's row into view, or the first one: in another order the place that was in view means nothing. */
  showPlace(): void {
    this.quietly(async () => {
      const key = activePaperKey();
      if (!this.view.visible || (key !== undefined && (await this.select(key, false)))) {
        return;
      }
      const row = await this.tree.firstRow();
      if (row) {
        await this.view.reveal(row, { select: false, focus: false, expand: false });
      }
    });
  }

  /** Does nothing before the view is first shown: the library is not read for a badge alone. */
  private refresh(): void {
    if (this.view.visible) {
      this.log.run(() => vscode.window.withProgress({ location: { viewId: VIEW } }, () => this.describe()));
    }
  }

  private appear(): void {
    this.refresh();
    this.follow();
  }

  private count(keys: readonly PaperKey[]): void {
    keys.forEach((key) => this.missed.add(key));
    if (this.view.visible) {
      this.log.run(() => this.showUnread());
    }
  }

  private async showUnread(): Promise<void> {
    // Taken before the readings are: what changes while they are waited for is counted with later ones.
    const changed = [...this.missed];
    this.missed.clear();
    const [library, readings] = await Promise.all([this.papers.library(), this.states.readings()]);
    this.unread.update(library, readings, changed);
    const { value } = this.unread;
    const tooltip = value === 1 ? vscode.l10n.t('1 unread paper') : vscode.l10n.t('{0} unread papers', value);
    if (this.view.badge?.value !== value) {
      this.view.badge = value === 0 ? undefined : { value, tooltip };
    }
  }

  private async describe(): Promise<void> {
    const { filter } = this.order;
    await setContext('lectern.papersFiltered', filter !== '');
    try {
      const [library, arrangement] = await Promise.all([this.papers.library(), this.order.arrangement()]);
      if (filter !== this.order.filter) {
        return; // A newer filter is being described already.
      }
      const total = library.papers.length;
      const shown = arrangement.order.length;
      this.view.description = filter === '' ? '' : vscode.l10n.t('“{0}”: {1} of {2}', filter, shown, total);
      await this.showUnread();
      await setContext('lectern.papersState', total === 0 ? 'empty' : shown === 0 ? 'filtered' : 'shown');
    } catch (error) {
      await setContext('lectern.papersState', 'failed');
      throw error;
    }
  }

  /** Shows where the open paper is, as the Explorer does for a file; not where one of its rows is selected already. */
  private follow(): void {
    this.quietly(async () => {
      const key = activePaperKey();
      if (this.view.visible && key !== undefined && !this.selectedKeys.includes(key)) {
        await this.select(key, false);
      }
    });
  }

  /** @returns false when the paper is not in the tree */
  private async select(key: PaperKey, focus: boolean): Promise<boolean> {
    const paper = (await this.papers.library()).paper(key);
    const row = paper && (await this.tree.rowOf(paper));
    if (!row) {
      return false;
    }
    await this.view.reveal(row, { select: true, focus, expand: false });
    if (!this.selectedKeys.includes(key)) {
      throw new Error(`${row.id} was not selected`);
    }
    return true;
  }

  /** Moves the view without being asked to, one move after another and the last one in any case; what fails is only logged. */
  private quietly(move: () => Promise<unknown>): void {
    const turn = ++this.turn;
    void this.moves.run(async () => {
      try {
        await this.untilShown(move, turn);
      } catch (error) {
        this.log.warn(`The Papers view could not be moved to a row: ${String(error)}`);
      }
    });
  }

  /**
   * VS Code refuses a row that is drawn anew while it is looked up, or leaves it where it is and says nothing: then the move is
   * made again, until a later one is asked for.
   */
  private async untilShown(move: () => Promise<unknown>, turn: number): Promise<void> {
    for (let attempt = 1; turn === this.turn; attempt++) {
      try {
        await move();
        return;
      } catch (error) {
        if (attempt === ATTEMPTS.most) {
          throw error;
        }
      }
      await pause(attempt * ATTEMPTS.pauseMs);
    }
  }
}

function setContext(key: 'lectern.papersFiltered' | 'lectern.papersState', value: string | boolean): Thenable<unknown> {
  return vscode.commands.executeCommand('setContext', key, value);
}
