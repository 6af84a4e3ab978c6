import * as vscode from 'vscode';
import type { DemoEntry } from '../../core/catalog/catalog';
import { escapeMarkdown } from '../../core/papers/markdown';
import type { RunRecord } from '../../core/runs/record';
import { adapterName } from '../../core/runs/verdict';
import { COMMAND } from '../../platform/commands';
import { formatMoment } from '../../platform/dates';
import { verdictIcon, verdictText } from '../../platform/verdict-words';

export function themeItem(theme: string, count: number): vscode.TreeItem {
  const item = new vscode.TreeItem(theme, vscode.TreeItemCollapsibleState.Expanded);
  item.id = `theme/${theme}`;
  item.contextValue = 'demoTheme';
  item.description = String(count);
  item.accessibilityInformation = {
    label: count === 1 ? vscode.l10n.t('{0}, 1 demo', theme) : vscode.l10n.t('{0}, {1} demos', theme, count),
  };
  return item;
}

export function demoItem(demo: DemoEntry, lastRun: RunRecord | undefined): vscode.TreeItem {
  const item = new vscode.TreeItem(demo.title, vscode.TreeItemCollapsibleState.None);
  // The verdict is short and the title is long: what does not fit is cut from the end.
  const facts = [...(lastRun ? [runText(lastRun)] : []), ...demo.paperTitles];
  item.id = `demo/${demo.slug}`;
  item.contextValue = 'demo';
  item.description = facts.join(' · ');
  item.iconPath = lastRun ? verdictIcon(lastRun.result) : new vscode.ThemeIcon('beaker');
  item.command = { command: COMMAND.openDemo, title: vscode.l10n.t('Open Kernel Demo'), arguments: [demo.slug] };
  item.accessibilityInformation = { label: [demo.title, ...(lastRun ? [] : [vscode.l10n.t('no run kept')]), ...facts].join(', ') };
  return item;
}

export function demoTooltip(demo: DemoEntry, lastRun: RunRecord | undefined): vscode.MarkdownString {
  const paragraphs = [
    demo.summary,
    ...demo.paperTitles.map((title) => vscode.l10n.t('Paper: {0}', title)),
    lastRun ? vscode.l10n.t('Last run kept, {0}: {1}', formatMoment(lastRun.kept), runText(lastRun)) : vscode.l10n.t('No run kept yet.'),
  ];
  return new vscode.MarkdownString([`**${escapeMarkdown(demo.title)}**`, ...paragraphs.map(escapeMarkdown)].join('\n\n'));
}

/** `12 passed, 1 failed · SwiftShader (software)` */
function runText({ result }: RunRecord): string {
  return `${verdictText(result)} · ${adapterName(result)}`;
}
