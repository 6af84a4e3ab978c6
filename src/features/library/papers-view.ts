import * as vscode from 'vscode';
import { readingOf } from '../../core/papers/reading';
import type { Log } from '../../platform/log';
import { Owned } from '../../platform/owned';
import type { PaperOrderStore } from '../../platform/paper-order';
import type { Papers, ReadingStates } from '../../platform/stores';
import type { PapersNode, PapersTree } from './papers-tree';

/** What is round the tree: badge of unread papers, the filter in the description, context keys. */
export class PapersView implements vscode.Disposable {
  private readonly owned = new Owned();
  private readonly view: vscode.TreeView<PapersNode>;

  constructor(
    tree: PapersTree,
    private readonly papers: Papers,
    private readonly states: ReadingStates,
    private readonly order: PaperOrderStore,
    private readonly log: Log,
    dropTarget: vscode.TreeDragAndDropController<unknown>,
  ) {
    this.view = this.owned.add(
      vscode.window.createTreeView<PapersNode>('lectern.papers', {
        treeDataProvider: tree,
        showCollapseAll: true,
        canSelectMany: true,
        dragAndDropController: dropTarget,
      }),
    );
    this.owned.add(this.view.onDidChangeVisibility(() => this.refresh()));
    this.owned.add(order.onDidChange(() => this.refresh()));
    this.refresh();
  }

  dispose(): void {
    this.owned.dispose();
  }

  /** Does nothing before the view is first shown: the library is not read for a badge alone. */
  private refresh(): void {
    if (this.view.visible) {
      this.log.run(() => this.describe());
    }
  }

  private async describe(): Promise<void> {
    const filter = this.order.filter;
    await setContext('lectern.papersFiltered', filter !== '');
    try {
      const [library, readings, arrangement] = await Promise.all([
        this.papers.library(),
        this.states.readings(),
        this.order.arrangement(),
      ]);
      if (filter !== this.order.filter) {
        return; // A newer filter is being described already.
      }
      const total = library.papers.length;
      const unread = library.papers.filter(({ key }) => readingOf(readings, key).status === 'unread').length;
      this.view.badge = unread === 0 ? undefined : { value: unread, tooltip: vscode.l10n.t('{0} unread papers', unread) };
      this.view.description = filter === '' ? '' : vscode.l10n.t('“{0}”: {1} of {2}', filter, arrangement.order.length, total);
      await setContext('lectern.papersState', total === 0 ? 'empty' : arrangement.order.length === 0 ? 'filtered' : 'shown');
    } catch (error) {
      await setContext('lectern.papersState', 'failed');
      throw error;
    }
  }
}

function setContext(key: 'lectern.papersFiltered' | 'lectern.papersState', value: string | boolean): Thenable<unknown> {
  return vscode.commands.executeCommand('setContext', key, value);
}
