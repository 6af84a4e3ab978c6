import * as vscode from 'vscode';
import { Owned } from '../../platform/owned';
import type { ImportDesk } from './import-desk';
import { countsText, previewRows, questionText, type PreviewRow } from './import-rows';

const VIEW = 'lectern.annotationImport';

/** What an import of annotations would do: there while one is pending. */
export class ImportPreview implements vscode.TreeDataProvider<PreviewRow>, vscode.Disposable {
  private readonly owned = new Owned();
  private readonly changed = this.owned.add(new vscode.EventEmitter<void>());
  readonly onDidChangeTreeData = this.changed.event;
  private readonly view: vscode.TreeView<PreviewRow>;

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

  getChildren(row?: PreviewRow): PreviewRow[] {
    const { pending } = this.desk;
    return [...(row === undefined ? (pending === undefined ? [] : previewRows(pending)) : (row.children?.() ?? []))];
  }

  getTreeItem(row: PreviewRow): vscode.TreeItem {
    return row.item();
  }

  private refresh(): void {
    const { pending } = this.desk;
    this.view.description = pending === undefined ? '' : countsText(pending);
    this.view.message = pending === undefined ? '' : questionText(pending);
    this.changed.fire();
    void this.setPending();
  }

  private setPending(): Thenable<unknown> {
    return vscode.commands.executeCommand('setContext', 'lectern.annotationImportPending', this.desk.pending !== undefined);
  }
}
