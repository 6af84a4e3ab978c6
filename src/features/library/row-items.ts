import * as vscode from 'vscode';
import { demosForTitle } from '../../core/catalog/catalog';
import { linksOf } from '../../core/papers/links';
import type { Paper } from '../../core/papers/paper';
import type { Reading, ReadingStatus } from '../../core/papers/reading';
import type { GroupRow, PaperRow, RangeRow } from '../../core/papers/rows';
import { COMMAND } from '../../platform/commands';
import { formatDay } from '../../platform/dates';
import { groupLabel, placesLabel, rangeLabel } from './group-label';

export function groupItem({ id, group }: GroupRow, isOpen: boolean): vscode.TreeItem {
  const label = groupLabel(group.label);
  const count = group.size;
  const item = new vscode.TreeItem(label, isOpen ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed);
  // VS Code keeps a group open or closed by its id: those of a filter that leaves few papers open although they were closed.
  item.id = isOpen ? id : `${id} (closed)`;
  item.contextValue = 'group';
  item.description = String(count);
  item.accessibilityInformation = {
    label: count === 1 ? vscode.l10n.t('{0}, 1 paper', label) : vscode.l10n.t('{0}, {1} papers', label, count),
  };
  return item;
}

export function rangeItem({ id, label, span }: RangeRow): vscode.TreeItem {
  const words = rangeLabel(label);
  const places = placesLabel(span);
  const item = new vscode.TreeItem(words ?? places, vscode.TreeItemCollapsibleState.Collapsed);
  item.id = id;
  item.contextValue = 'range';
  item.description = words === undefined ? '' : places;
  item.accessibilityInformation = { label: words === undefined ? places : vscode.l10n.t('{0}, rows {1}', words, places) };
  return item;
}

const STATUS_ICON: Readonly<Record<ReadingStatus, string>> = { unread: 'circle-filled', reading: 'eye', read: 'check' };

export function paperItem({ id, paper }: PaperRow, reading: Reading, notes: number): vscode.TreeItem {
  const item = new vscode.TreeItem(paper.title, vscode.TreeItemCollapsibleState.None);
  const facts = factsOf(paper, notes);
  const tags = reading.tags.map((tag) => `#${tag}`);
  item.id = id;
  item.description = [...(reading.starred ? ['★'] : []), ...facts, ...tags].join(' · ');
  item.iconPath = new vscode.ThemeIcon(STATUS_ICON[reading.status]);
  item.contextValue = [
    'paper',
    reading.status,
    reading.starred ? 'starred' : 'unstarred',
    ...(demosForTitle(paper.title).length > 0 ? ['demo'] : []),
  ].join(':');
  item.command = { command: COMMAND.openPaper, title: vscode.l10n.t('Open Paper'), arguments: [paper.key] };
  const spokenTags = reading.tags.length === 0 ? [] : [vscode.l10n.t('tags: {0}', reading.tags.join(', '))];
  item.accessibilityInformation = {
    label: [paper.title, statusName(reading.status), ...(reading.starred ? [vscode.l10n.t('starred')] : []), ...facts, ...spokenTags].join(', '),
  };
  return item;
}

function factsOf(paper: Paper, notes: number): readonly string[] {
  const { published, year, comments } = paper;
  return [
    ...(published === undefined ? (year === undefined ? [] : [String(year)]) : [formatDay(published)]),
    ...(hasCode(paper) ? [vscode.l10n.t('code')] : []),
    ...(demosForTitle(paper.title).length > 0 ? [vscode.l10n.t('demo')] : []),
    ...(notes === 0 ? [] : [notes === 1 ? vscode.l10n.t('note') : vscode.l10n.t('{0} notes', notes)]),
    ...(comments === undefined ? [] : [comments === 1 ? vscode.l10n.t('1 comment') : vscode.l10n.t('{0} comments', comments)]),
  ];
}

/** Whether the paper's source or its abstract names a repository. */
function hasCode(paper: Paper): boolean {
  return paper.repository !== undefined || linksOf(paper).some((link) => link.kind === 'repository' || link.kind === 'file');
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
