import * as vscode from 'vscode';
import { isFilter, NO_FILTER, type AnnotationFilter } from '../../core/annotations/annotation-filter';
import { Owned } from '../../platform/owned';
import type { AnnotationsTree } from './annotations-tree';
import { kindWord, stateWord } from './words';

/** The list of annotations with its filter in the description. */
export class AnnotationsView implements vscode.Disposable {
  private readonly owned = new Owned();
  private readonly view: vscode.TreeView<unknown>;

  constructor(private readonly tree: AnnotationsTree) {
    this.view = this.owned.add(vscode.window.createTreeView('lectern.annotations', { treeDataProvider: tree, showCollapseAll: true }));
  }

  dispose(): void {
    this.owned.dispose();
  }

  async show(filter: AnnotationFilter = NO_FILTER): Promise<void> {
    this.tree.filter = filter;
    const { kinds, tags, papers, states } = filter;
    this.view.description = [...kinds.map(kindWord), ...states.map(stateWord), ...tags.map((tag) => `#${tag}`), ...papers].join(', ');
    await vscode.commands.executeCommand('setContext', 'lectern.annotationsFiltered', isFilter(filter));
  }
}
