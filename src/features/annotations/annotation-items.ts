import * as vscode from 'vscode';
import type { Annotation, AnnotationKind, Thread } from '../../core/annotations/annotation';
import { COMMAND } from '../../platform/commands';
import { displayPath } from '../../platform/files';
import type { AnnotationConflict, AnnotationProblem } from '../../platform/stores';
import type { AnnotationGrouping } from './annotation-groups';
import type { UncertainThread } from './attention';
import { authorWord, kindWord, labelOf } from './words';

const ICONS: Record<AnnotationKind, string> = { claim: 'verified', question: 'question', critique: 'warning', idea: 'lightbulb', todo: 'tasklist' };

export function groupItem(label: string, size: number, id: string): vscode.TreeItem {
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Expanded);
  item.id = id;
  item.description = String(size);
  item.contextValue = 'annotationGroup';
  return item;
}

export function threadItem({ first, replies }: Thread, grouping: AnnotationGrouping): vscode.TreeItem {
  const item = new vscode.TreeItem(labelOf(first), replies.length > 0 ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.None);
  const facts = [
    ...(first.kind === undefined || grouping === 'kind' ? [] : [kindWord(first.kind)]),
    ...(grouping === 'paper' ? [] : [first.paper]),
    ...first.tags.map((tag) => `#${tag}`),
    ...(first.generator === undefined ? [] : [authorWord(first)]),
    ...(first.resolved ? [vscode.l10n.t('resolved')] : []),
    ...(first.detached ? [vscode.l10n.t('detached')] : []),
  ];
  item.description = facts.join(' · ');
  item.iconPath = new vscode.ThemeIcon(first.generator === undefined ? (first.kind === undefined ? 'comment' : ICONS[first.kind]) : 'hubot');
  item.tooltip = tooltipOf(first);
  item.contextValue = `annotation:${first.resolved ? 'resolved' : 'open'}`;
  item.command = openCommand(first);
  return item;
}

export function replyItem(reply: Annotation): vscode.TreeItem {
  const item = new vscode.TreeItem(labelOf(reply));
  item.description = authorWord(reply);
  item.iconPath = new vscode.ThemeIcon('reply');
  item.tooltip = tooltipOf(reply);
  item.contextValue = 'annotationReply';
  item.command = openCommand(reply);
  return item;
}

export function attentionItem(size: number): vscode.TreeItem {
  const item = new vscode.TreeItem(vscode.l10n.t('Anchors that need attention'), vscode.TreeItemCollapsibleState.Expanded);
  item.id = 'attention';
  item.description = String(size);
  item.iconPath = new vscode.ThemeIcon('debug-disconnect', new vscode.ThemeColor('list.warningForeground'));
  item.contextValue = 'annotationGroup';
  return item;
}

export function uncertainItem({ thread: { first }, anchor }: UncertainThread): vscode.TreeItem {
  const item = new vscode.TreeItem(labelOf(first));
  item.description = `${whatBecame(anchor)} · ${first.paper}`;
  item.iconPath = new vscode.ThemeIcon(anchor.state === 'orphaned' ? 'question' : 'debug-disconnect');
  item.tooltip = tooltipOf(first);
  item.contextValue = `annotationAnchor:${anchor.state}`;
  item.command = openCommand(first);
  return item;
}

function whatBecame(anchor: UncertainThread['anchor']): string {
  switch (anchor.state) {
    case 'moved':
      return vscode.l10n.t('moved');
    case 'fuzzy':
      return vscode.l10n.t('changed words, {0} % alike', Math.round(anchor.score * 100));
    case 'ambiguous':
      return vscode.l10n.t('several places fit');
    case 'orphaned':
      return vscode.l10n.t('not found');
  }
}

export function conflictItem({ here, other }: AnnotationConflict): vscode.TreeItem {
  const item = new vscode.TreeItem(vscode.l10n.t('Two versions: {0}', labelOf(here)));
  item.description = labelOf(other);
  item.iconPath = new vscode.ThemeIcon('git-merge', new vscode.ThemeColor('list.warningForeground'));
  item.tooltip = vscode.l10n.t('Two windows or branches changed this annotation. Both versions are kept until you choose one.');
  item.contextValue = 'annotationConflict';
  item.command = { command: COMMAND.settleAnnotation, title: vscode.l10n.t('Choose a Version…'), arguments: [{ conflict: { here, other } }] };
  return item;
}

export function problemItem({ uri, problem }: AnnotationProblem): vscode.TreeItem {
  const item = new vscode.TreeItem(uri.path.slice(uri.path.lastIndexOf('/') + 1));
  item.description = problem;
  item.iconPath = new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground'));
  item.tooltip = `${displayPath(uri)}\n${problem}`;
  item.contextValue = 'annotationProblem';
  item.command = { command: 'vscode.open', title: vscode.l10n.t('Open File'), arguments: [uri] };
  return item;
}

function openCommand({ paper, id }: Annotation): vscode.Command {
  return { command: COMMAND.openAnnotation, title: vscode.l10n.t('Open Annotation'), arguments: [{ key: paper, annotation: id }] };
}

/** Words as they are, nothing of them a mark. */
function tooltipOf({ target, comment }: Annotation): string {
  return [...(target === undefined ? [] : [`“${target.exact}”`]), comment].filter((text) => text !== '').join('\n\n');
}
