import * as vscode from 'vscode';
import type { PaperKey } from '../../core/papers/paper';
import type { Log } from '../../platform/log';
import { Owned } from '../../platform/owned';
import type { Notes, NoteSummary, Papers, Runs, RunSummary } from '../../platform/stores';
import { groupNotes, groupRuns, type NoteGroup, type RunGroup } from './record-groups';
import { noteGroupItem, noteItem, runGroupItem, runItem, sectionItem } from './record-items';
import { runTooltip } from './run-tooltip';

export interface NoteNode {
  readonly note: NoteSummary;
}

export interface RunNode {
  readonly run: RunSummary;
}

export type RecordNode =
  | { readonly section: 'notes'; readonly groups: readonly NoteGroup[] }
  | { readonly section: 'runs'; readonly groups: readonly RunGroup[] }
  | { readonly noteGroup: NoteGroup }
  | { readonly runGroup: RunGroup }
  | NoteNode
  | RunNode;

/** Notes by paper and runs by demo. Nothing at all when there are neither, so that the view's welcome is seen. */
export class RecordsTree implements vscode.TreeDataProvider<RecordNode>, vscode.Disposable {
  private readonly owned = new Owned();
  private readonly changed = this.owned.add(new vscode.EventEmitter<void>());
  readonly onDidChangeTreeData = this.changed.event;

  constructor(
    private readonly papers: Papers,
    private readonly notes: Notes,
    private readonly runs: Runs,
    private readonly log: Log,
  ) {
    const refresh = () => this.changed.fire();
    this.owned.add(notes.onDidChange(refresh));
    this.owned.add(runs.onDidChange(refresh));
  }

  dispose(): void {
    this.owned.dispose();
  }

  async getChildren(node?: RecordNode): Promise<RecordNode[]> {
    return node ? childrenOf(node) : this.sections();
  }

  getTreeItem(node: RecordNode): vscode.TreeItem {
    if ('section' in node) {
      const sizes = node.section === 'notes' ? node.groups.map(({ notes }) => notes.length) : node.groups.map(({ runs }) => runs.length);
      return sectionItem(node.section, sizes.reduce((sum, size) => sum + size, 0));
    }
    if ('noteGroup' in node) {
      return noteGroupItem(node.noteGroup);
    }
    if ('runGroup' in node) {
      return runGroupItem(node.runGroup);
    }
    return 'note' in node ? noteItem(node.note) : runItem(node.run);
  }

  resolveTreeItem(item: vscode.TreeItem, node: RecordNode): vscode.TreeItem {
    if ('run' in node) {
      item.tooltip = 'record' in node.run ? runTooltip(node.run.record) : textTooltip(node.run.problem);
    } else if ('note' in node) {
      item.tooltip = textTooltip(node.note.problem ?? node.note.path);
    }
    return item;
  }

  private async sections(): Promise<RecordNode[]> {
    const [notes, runs, titleOf] = await Promise.all([this.notes.list(), this.runs.list(), this.titles()]);
    return [
      ...(notes.length > 0 ? [{ section: 'notes', groups: groupNotes(notes, titleOf) } as const] : []),
      ...(runs.length > 0 ? [{ section: 'runs', groups: groupRuns(runs) } as const] : []),
    ];
  }

  /** Notes and runs are shown also when the library cannot be read; papers are then named by their keys. */
  private async titles(): Promise<(paper: PaperKey) => string | undefined> {
    try {
      const library = await this.papers.library();
      return (key) => library.paper(key)?.title;
    } catch (error) {
      this.log.warn(`Notes are grouped without the titles of their papers: ${String(error)}`);
      return () => undefined;
    }
  }
}

function childrenOf(node: RecordNode): RecordNode[] {
  if ('section' in node) {
    return node.section === 'notes'
      ? node.groups.map((noteGroup) => ({ noteGroup }))
      : node.groups.map((runGroup) => ({ runGroup }));
  }
  if ('noteGroup' in node) {
    return node.noteGroup.notes.map((note) => ({ note }));
  }
  return 'runGroup' in node ? node.runGroup.runs.map((run) => ({ run })) : [];
}

function textTooltip(text: string): vscode.MarkdownString {
  return new vscode.MarkdownString().appendText(text);
}
