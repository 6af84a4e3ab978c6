import * as vscode from 'vscode';
import type { DuplicateRecord, FieldChange } from '../../core/papers/import-preview';
import { escapeMarkdown } from '../../core/papers/markdown';
import type { PaperFields } from '../../core/papers/paper';
import type { Entry, EntryRow, Group, Row } from './pending';
import { factsOf, fieldName, groupName, numberText, sameText, valueText } from './words';

/** Length of a text in a row and in a tooltip, in UTF-16 units. */
const SHORT = 80;
const LONG = 8000;

const ICON: Readonly<Record<Group, vscode.ThemeIcon>> = {
  added: new vscode.ThemeIcon('diff-added', new vscode.ThemeColor('gitDecoration.addedResourceForeground')),
  changed: new vscode.ThemeIcon('diff-modified', new vscode.ThemeColor('gitDecoration.modifiedResourceForeground')),
  duplicates: new vscode.ThemeIcon('diff-ignored'),
  rejected: new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground')),
  warnings: new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground')),
};

/** Groups whose rows ask for a look before the user decides. */
const OPEN: readonly Group[] = ['added', 'changed', 'rejected'];

export interface ItemOptions {
  /** Say where each row came from: there are several texts. */
  readonly nameOrigin: boolean;
}

/** A row as VS Code shows it. Its tooltip is made by `tooltipOf` when it is asked for. */
export function itemOf(row: Row, { nameOrigin }: ItemOptions): vscode.TreeItem {
  switch (row.kind) {
    case 'group':
      return groupItem(row);
    case 'page':
      return pageItem(row);
    case 'entry':
      return entryItem(row, nameOrigin);
    case 'field':
      return fieldItem(row.id, row.change);
  }
}

/** The whole of what a row says in short. */
export function tooltipOf(row: Row): vscode.MarkdownString | undefined {
  if (row.kind === 'field') {
    return paragraphs(`**${escapeMarkdown(fieldName(row.change.field))}**`, wholeText(valueText(row.change.before)), '→', wholeText(valueText(row.change.after)));
  }
  if (row.kind !== 'entry') {
    return undefined;
  }
  const { entry } = row;
  switch (entry.kind) {
    case 'problem':
      return paragraphs(wholeText(entry.reason), placeText(entry));
    case 'added':
    case 'changed':
      return recordTooltip(entry.record.paper, placeText(entry));
    case 'elsewhere':
      return paragraphs(`**${escapeMarkdown(entry.paper.title)}**`, escapeMarkdown(elsewhereText()), placeText(entry));
    case 'duplicate':
      return paragraphs(`**${escapeMarkdown(entry.record.paper.title)}**`, wholeText(duplicateText(entry.record)), placeText(entry));
  }
}

function groupItem({ id, group, count }: Extract<Row, { kind: 'group' }>): vscode.TreeItem {
  const name = groupName(group);
  const { Expanded, Collapsed } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(name, OPEN.includes(group) ? Expanded : Collapsed);
  item.id = id;
  item.contextValue = 'group';
  item.description = numberText(count);
  item.iconPath = ICON[group];
  item.accessibilityInformation = { label: vscode.l10n.t('{0}: {1}', name, numberText(count)) };
  return item;
}

function pageItem({ id, first, last }: Extract<Row, { kind: 'page' }>): vscode.TreeItem {
  const item = new vscode.TreeItem(vscode.l10n.t('{0} to {1}', numberText(first), numberText(last)), vscode.TreeItemCollapsibleState.Collapsed);
  item.id = id;
  item.contextValue = 'page';
  item.iconPath = new vscode.ThemeIcon('ellipsis');
  item.accessibilityInformation = { label: vscode.l10n.t('Entries {0} to {1}', numberText(first), numberText(last)) };
  return item;
}

function entryItem({ id, entry }: EntryRow, nameOrigin: boolean): vscode.TreeItem {
  const { Collapsed, None } = vscode.TreeItemCollapsibleState;
  const label = titleOf(entry);
  const item = new vscode.TreeItem(label, groupOf(entry) === 'changed' ? Collapsed : None);
  const facts = [...entryFacts(entry), ...(nameOrigin ? [entry.origin.name] : [])];
  item.id = id;
  item.contextValue = entry.kind;
  item.description = facts.join(' · ');
  item.iconPath = ICON[groupOf(entry)];
  item.accessibilityInformation = { label: [groupName(groupOf(entry)), label, ...facts].join(', ') };
  const command = openCommand(entry);
  if (command) {
    item.command = command;
  }
  return item;
}

function fieldItem(id: string, change: FieldChange): vscode.TreeItem {
  const item = new vscode.TreeItem(fieldName(change.field), vscode.TreeItemCollapsibleState.None);
  const [before, after] = [valueText(change.before), valueText(change.after)];
  item.id = id;
  item.contextValue = 'field';
  const said = changeText(shorten(before), shorten(after));
  item.description = said;
  item.accessibilityInformation = { label: `${fieldName(change.field)}, ${said}` };
  return item;
}

function entryFacts(entry: Entry): readonly string[] {
  switch (entry.kind) {
    case 'added':
      return factsOf(entry.record.paper);
    case 'changed':
      return [fieldNames(entry.record.changes), sameText(entry.record.why)];
    case 'elsewhere':
      return [fieldNames(entry.paper.changes), elsewhereText()];
    case 'duplicate':
      return [duplicateText(entry.record)];
    case 'problem':
      return entry.line === undefined ? [] : [vscode.l10n.t('line {0}', numberText(entry.line))];
  }
}

function titleOf(entry: Entry): string {
  switch (entry.kind) {
    case 'problem':
      return entry.reason;
    case 'elsewhere':
      return entry.paper.title;
    case 'added':
    case 'changed':
    case 'duplicate':
      return entry.record.paper.title;
  }
}

function fieldNames(changes: readonly FieldChange[]): string {
  return changes.map(({ field }) => fieldName(field)).join(', ');
}

function changeText(before: string, after: string): string {
  if (before === '') {
    return vscode.l10n.t('added: {0}', after);
  }
  return after === '' ? vscode.l10n.t('removed: {0}', before) : vscode.l10n.t('{0} → {1}', before, after);
}

/** Why a paper changes that no record of the import is of. */
function elsewhereText(): string {
  return vscode.l10n.t('a record of it turns out to be another paper’s');
}

function duplicateText({ why, of, paper }: DuplicateRecord): string {
  if ('line' in of) {
    return vscode.l10n.t('{0} as line {1}', sameText(why), of.line);
  }
  return of.title === paper.title ? vscode.l10n.t('in the library: {0}', sameText(why)) : vscode.l10n.t('{0} as “{1}”', sameText(why), shorten(of.title));
}

function groupOf(entry: Entry): Group {
  switch (entry.kind) {
    case 'added':
      return 'added';
    case 'changed':
    case 'elsewhere':
      return 'changed';
    case 'duplicate':
      return 'duplicates';
    case 'problem':
      return entry.severity === 'rejected' ? 'rejected' : 'warnings';
  }
}

/** Opens the text at the entry's line, where there is a document to open. */
function openCommand({ origin, line = 1 }: Entry): vscode.Command | undefined {
  if (origin.uri === undefined) {
    return undefined;
  }
  const selection = new vscode.Range(line - 1, 0, line - 1, 0);
  return { command: 'vscode.open', title: vscode.l10n.t('Open Source'), arguments: [vscode.Uri.parse(origin.uri), { selection, preview: true, preserveFocus: true }] };
}

function recordTooltip(paper: PaperFields, place: string): vscode.MarkdownString {
  return paragraphs(`**${escapeMarkdown(paper.title)}**`, escapeMarkdown(factsOf(paper).join(' · ')), wholeText(paper.abstract), place);
}

function placeText({ origin, line }: Entry): string {
  return escapeMarkdown(line === undefined ? origin.name : vscode.l10n.t('{0}, line {1}', origin.name, line));
}

function wholeText(text: string): string {
  return text === '' ? `*${escapeMarkdown(vscode.l10n.t('nothing'))}*` : escapeMarkdown(cut(text, LONG));
}

function paragraphs(...parts: readonly string[]): vscode.MarkdownString {
  return new vscode.MarkdownString(parts.filter((part) => part !== '').join('\n\n'));
}

function shorten(text: string): string {
  return cut(text.replace(/\s+/gu, ' '), SHORT);
}

function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/u, '')}…`;
}
