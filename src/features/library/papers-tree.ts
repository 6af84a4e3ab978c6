import * as vscode from 'vscode';
import { demosForTitle } from '../../core/catalog/catalog';
import type { Arrangement, PaperGroup } from '../../core/papers/arrange';
import { linksOf } from '../../core/papers/links';
import type { Paper } from '../../core/papers/paper';
import { readingOf, type Reading, type Readings, type ReadingStatus } from '../../core/papers/reading';
import { COMMAND } from '../../platform/commands';
import { Owned } from '../../platform/owned';
import type { PaperOrderStore } from '../../platform/paper-order';
import { formatDay } from '../../platform/dates';
import type { ReadingStates } from '../../platform/stores';
import { groupLabel } from './group-label';
import { paperTooltip } from './paper-tooltip';

export interface GroupNode {
  readonly group: PaperGroup;
}

export interface PaperNode {
  readonly paper: Paper;
  readonly groupId: string;
}

export type PapersNode = GroupNode | PaperNode;

/** Maps the arranged library to tree rows; the order itself is the core's. */
export class PapersTree implements vscode.TreeDataProvider<PapersNode>, vscode.Disposable {
  private readonly owned = new Owned();
  private readonly changed = this.owned.add(new vscode.EventEmitter<void>());
  readonly onDidChangeTreeData = this.changed.event;

  private readings: Readings = {};

  constructor(
    private readonly states: ReadingStates,
    private readonly order: PaperOrderStore,
  ) {
    this.owned.add(order.onDidChange(() => this.changed.fire()));
  }

  dispose(): void {
    this.owned.dispose();
  }

  async getChildren(node?: PapersNode): Promise<PapersNode[]> {
    if (node) {
      return 'group' in node ? rowsOf(node.group) : [];
    }
    const arrangement: Arrangement = await this.order.arrangement();
    this.readings = await this.states.readings();
    const [first] = arrangement.groups;
    return this.order.grouping === 'none' && first ? rowsOf(first) : arrangement.groups.map((group) => ({ group }));
  }

  getTreeItem(node: PapersNode): vscode.TreeItem {
    return 'group' in node ? groupItem(node.group) : paperItem(node, readingOf(this.readings, node.paper.key));
  }

  resolveTreeItem(item: vscode.TreeItem, node: PapersNode): vscode.TreeItem {
    if ('paper' in node) {
      item.tooltip = paperTooltip(node.paper);
    }
    return item;
  }
}

function rowsOf(group: PaperGroup): PapersNode[] {
  return group.papers.map((paper) => ({ paper, groupId: group.id }));
}

function groupItem(group: PaperGroup): vscode.TreeItem {
  const label = groupLabel(group.label);
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Expanded);
  item.id = group.id;
  item.contextValue = 'group';
  item.description = String(group.papers.length);
  const count = group.papers.length;
  item.accessibilityInformation = {
    label: count === 1 ? vscode.l10n.t('{0}, 1 paper', label) : vscode.l10n.t('{0}, {1} papers', label, count),
  };
  return item;
}

const STATUS_ICON: Readonly<Record<ReadingStatus, string>> = { unread: 'circle-filled', reading: 'eye', read: 'check' };

function paperItem({ paper, groupId }: PaperNode, reading: Reading): vscode.TreeItem {
  const item = new vscode.TreeItem(paper.title, vscode.TreeItemCollapsibleState.None);
  const facts = factsOf(paper);
  item.id = `${groupId}/${paper.key}`;
  item.description = [...(reading.starred ? ['★'] : []), ...facts].join(' · ');
  item.iconPath = new vscode.ThemeIcon(STATUS_ICON[reading.status]);
  item.contextValue = [
    'paper',
    reading.status,
    reading.starred ? 'starred' : 'unstarred',
    ...(demosForTitle(paper.title).length > 0 ? ['demo'] : []),
  ].join(':');
  item.command = { command: COMMAND.openPaper, title: vscode.l10n.t('Open Paper'), arguments: [paper.key] };
  item.accessibilityInformation = {
    label: [paper.title, statusName(reading.status), ...(reading.starred ? [vscode.l10n.t('starred')] : []), ...facts].join(', '),
  };
  return item;
}

function factsOf(paper: Paper): string[] {
  const facts: string[] = [];
  if (paper.published) {
    facts.push(formatDay(paper.published));
  }
  if (linksOf(paper).some((link) => link.kind === 'repository' || link.kind === 'file')) {
    facts.push(vscode.l10n.t('code'));
  }
  if (demosForTitle(paper.title).length > 0) {
    facts.push(vscode.l10n.t('demo'));
  }
  if (paper.comments !== undefined) {
    facts.push(paper.comments === 1 ? vscode.l10n.t('1 comment') : vscode.l10n.t('{0} comments', paper.comments));
  }
  return facts;
}

function statusName(status: ReadingStatus): string {
  switch (status) {
    case 'unread':
      return vscode.l10n.t('unread');
    case 'reading':
      return vscode.l10n.t('reading');
    case 'read':
      return vscode.l10n.t('read');
  }
}
