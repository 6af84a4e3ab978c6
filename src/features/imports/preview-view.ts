import * as vscode from 'vscode';
import { Owned } from '../../platform/owned';
import type { ImportDesk } from './import-desk';
import type { Row } from './pending';
import { itemOf, tooltipOf } from './preview-items';
import { countsText, questionText } from './words';

const VIEW = 'lectern.importPreview';

/** The Import Preview: there while an import is pending. */
export class ImportPreviewView implements vscode.TreeDataProvider<Row>, vscode.Disposable {
  private readonly owned = new Owned();
  private readonly changed = this.owned.add(new vscode.EventEmitter<void>());
  readonly onDidChangeTreeData = this.changed.event;
  private readonly view: vscode.TreeView<Row>;

  constructor(private readonly desk: ImportDesk) {
    this.view = this.owned.add(vscode.window.createTreeView(VIEW, { treeDataProvider: this, showCollapseAll: true }));
    this.owned.add(desk.onDidChange(() => this.refresh()));
  }

  dispose(): void {
    this.owned.dispose();
  }

  /** Shows the view and puts the focus into it. */
  async focus(): Promise<void> {
    await this.setPending();
    await vscode.commands.executeCommand(`${VIEW}.focus`);
  }

  getChildren(row?: Row): Row[] {
    const rows = this.desk.pending;
    return [...(row ? (rows?.children(row) ?? []) : (rows?.groups() ?? []))];
  }

  getTreeItem(row: Row): vscode.TreeItem {
    const { read = [], failed = [] } = this.desk.pending?.pending ?? {};
    return itemOf(row, { nameOrigin: read.length + failed.length > 1 });
  }

  resolveTreeItem(item: vscode.TreeItem, row: Row): vscode.TreeItem {
    const tooltip = tooltipOf(row);
    if (tooltip) {
      item.tooltip = tooltip;
    }
    return item;
  }

  private refresh(): void {
    const rows = this.desk.pending;
    this.view.description = rows ? countsText(rows) : '';
    this.view.message = rows ? questionText(rows) : '';
    this.changed.fire();
    void this.setPending();
  }

  private setPending(): Thenable<unknown> {
    return vscode.commands.executeCommand('setContext', 'lectern.importPending', this.desk.pending !== undefined);
  }
}
