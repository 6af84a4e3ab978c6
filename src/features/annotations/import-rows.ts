import * as vscode from 'vscode';
import type { Annotation } from '../../core/annotations/annotation';
import type { ExchangeProblem, ForeignDocument, RecordPlace } from '../../core/annotations/exchange/foreign-annotation';
import type { FiledAnnotation, PlannedAnnotation, PlannedChange } from '../../core/annotations/exchange/plan-import';
import { displayPath } from '../../platform/files';
import type { PendingImport } from './import-desk';
import { labelOf } from './words';

/** Rows shown at once; more stand in rows that open to the next ones. */
const PAGE = 200;

/** A row of the preview; its item and the rows under it are made when they are asked for. */
export interface PreviewRow {
  item(): vscode.TreeItem;
  children?(): readonly PreviewRow[];
  /** That the user can say the paper of. */
  readonly document?: ForeignDocument;
}

/** What an import would do, by what happens to the annotations. */
export function previewRows(pending: PendingImport): readonly PreviewRow[] {
  const { plan, files, library } = pending;
  const { added, changed, same, unmatched, crowded } = plan;
  const problems = (severity: ExchangeProblem['severity']) =>
    files.flatMap(({ read }, file) => read.problems.filter((one) => one.severity === severity).map((problem) => problemRow(pending, problem.reason, { ...problem, file })));
  const papers = new Map<string, PlannedAnnotation[]>();
  for (const one of added) {
    papers.set(one.annotation.paper, [...(papers.get(one.annotation.paper) ?? []), one]);
  }
  const newRows = [...papers].map(([key, some]) => groupRow(library.paper(key)?.title ?? key, some.length, 'book', () => some.map((one) => addedRow(pending, one))));
  const unknown = unmatched.map(({ document, annotations }) => ({
    ...groupRow(document.name, annotations.length, 'question', () => annotations.map((one) => recordRow(pending, one, 'comment')), { contextValue: 'document' }),
    document,
  }));
  const full = crowded.map((one) => problemRow(pending, vscode.l10n.t('Its paper has as many annotations as Lectern reads of one.'), one));
  const groups: readonly (readonly [string, number, string, boolean, readonly PreviewRow[]])[] = [
    [vscode.l10n.t('New'), added.length, 'diff-added', true, newRows],
    [vscode.l10n.t('Changed'), changed.length, 'diff-modified', true, changed.map((one) => changedRow(pending, one))],
    [vscode.l10n.t('Without a paper'), unmatched.length, 'question', true, unknown],
    [vscode.l10n.t('There already'), same.length, 'diff-ignored', false, same.map((one) => recordRow(pending, one, 'comment'))],
    [vscode.l10n.t('Rejected'), problems('rejected').length + full.length, 'error', true, [...problems('rejected'), ...full]],
    [vscode.l10n.t('Warnings'), problems('warning').length, 'warning', false, problems('warning')],
  ];
  return groups.filter(([, count]) => count > 0).map(([label, count, icon, open, rows]) => groupRow(label, count, icon, () => rows, { open }));
}

/** The counts in one line. */
export function countsText({ plan: { added, changed, same, unmatched }, files }: PendingImport): string {
  const rejected = files.reduce((sum, { read }) => sum + read.problems.filter(({ severity }) => severity === 'rejected').length, 0);
  const left = unmatched.reduce((sum, { annotations }) => sum + annotations.length, 0);
  const counts: readonly (readonly [number, string])[] = [
    [added.length, vscode.l10n.t('{0} new', added.length)],
    [changed.length, vscode.l10n.t('{0} changed', changed.length)],
    [left, vscode.l10n.t('{0} without a paper', left)],
    [same.length, vscode.l10n.t('{0} there already', same.length)],
    [rejected, vscode.l10n.t('{0} rejected', rejected)],
  ];
  return counts.filter(([count]) => count > 0).map(([, words]) => words).join(' · ');
}

/** What waits to be decided. */
export function questionText(pending: PendingImport): string {
  const counts = vscode.l10n.t('Not imported yet: {0}.', countsText(pending));
  return pending.plan.unmatched.length === 0 ? counts : `${counts} ${vscode.l10n.t('What is without a paper of the library stays out, unless you choose its paper.')}`;
}

function groupRow(label: string, count: number, icon: string, rows: () => readonly PreviewRow[], { open = false, contextValue = 'group' } = {}): PreviewRow {
  return {
    item() {
      const { Expanded, Collapsed } = vscode.TreeItemCollapsibleState;
      const item = new vscode.TreeItem(label, open ? Expanded : Collapsed);
      item.description = String(count);
      item.iconPath = new vscode.ThemeIcon(icon);
      item.contextValue = contextValue;
      return item;
    },
    children: () => paged(rows()),
  };
}

function paged(rows: readonly PreviewRow[]): readonly PreviewRow[] {
  const pages = Array.from({ length: Math.max(0, Math.ceil(rows.length / PAGE) - 1) }, (_, page): PreviewRow => {
    const some = rows.slice((page + 1) * PAGE, (page + 2) * PAGE);
    return {
      item: () => new vscode.TreeItem(vscode.l10n.t('{0} to {1}', (page + 1) * PAGE + 1, (page + 1) * PAGE + some.length), vscode.TreeItemCollapsibleState.Collapsed),
      children: () => some,
    };
  });
  return [...rows.slice(0, PAGE), ...pages];
}

function addedRow(pending: PendingImport, { from, needsAttention }: PlannedAnnotation): PreviewRow {
  return recordRow(pending, from, needsAttention ? 'debug-disconnect' : 'comment', needsAttention ? [vscode.l10n.t('words not found in the abstract')] : []);
}

function changedRow(pending: PendingImport, { from, current }: PlannedChange): PreviewRow {
  return recordRow(pending, from, 'diff-modified', [vscode.l10n.t('was: {0}', labelOf(current))]);
}

function recordRow(pending: PendingImport, from: FiledAnnotation, icon: string, facts: readonly string[] = []): PreviewRow {
  const { annotation } = from;
  return {
    item() {
      const quote = annotation.target?.exact.replace(/\s+/gu, ' ');
      const item = new vscode.TreeItem(labelOf(annotation));
      item.description = [...facts, ...annotation.tags.map((tag) => `#${tag}`), ...creatorOf(annotation)].join(' · ');
      item.tooltip = [...(quote === undefined ? [] : [`“${quote}”`]), annotation.comment, placeText(pending, from)].filter((text) => text !== '').join('\n\n');
      item.iconPath = new vscode.ThemeIcon(annotation.replyTo === undefined ? icon : 'reply');
      item.command = openCommand(pending, from);
      return item;
    },
  };
}

function problemRow(pending: PendingImport, reason: string, place: RecordPlace & { readonly file: number }): PreviewRow {
  return {
    item() {
      const item = new vscode.TreeItem(reason);
      item.description = placeText(pending, place);
      item.tooltip = `${reason}\n\n${placeText(pending, place)}`;
      item.command = openCommand(pending, place);
      return item;
    },
  };
}

function creatorOf({ creator }: Pick<Annotation, 'creator'>): readonly string[] {
  return creator === undefined ? [] : [creator];
}

function placeText({ files }: PendingImport, { file, line, number }: RecordPlace & { readonly file: number }): string {
  const uri = files[file]?.uri;
  return vscode.l10n.t('{0}, line {1}, record {2}', uri === undefined ? '' : displayPath(uri), line, number);
}

/** Opens the file at the record's line. */
function openCommand({ files }: PendingImport, { file, line }: RecordPlace & { readonly file: number }): vscode.Command {
  const selection = new vscode.Range(line - 1, 0, line - 1, 0);
  return { command: 'vscode.open', title: vscode.l10n.t('Open Source'), arguments: [files[file]?.uri, { selection, preview: true, preserveFocus: true }] };
}
