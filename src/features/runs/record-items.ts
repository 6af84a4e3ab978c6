import * as vscode from 'vscode';
import { adapterName } from '../../core/runs/verdict';
import { COMMAND } from '../../platform/commands';
import type { NoteSummary, RunSummary } from '../../platform/stores';
import type { NoteGroup, RunGroup } from './record-groups';
import { formatMoment } from '../../platform/dates';
import { verdictIcon, verdictText } from '../../platform/verdict-words';

const WARNING = new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));

export function sectionItem(section: 'notes' | 'runs', count: number): vscode.TreeItem {
  const label = section === 'notes' ? vscode.l10n.t('Notes') : vscode.l10n.t('Runs');
  return groupItem(section, label, count, vscode.TreeItemCollapsibleState.Expanded);
}

export function noteGroupItem({ paper, title, notes }: NoteGroup): vscode.TreeItem {
  const id = paper === undefined ? 'notes/other' : `notes/paper/${paper}`;
  return groupItem(id, title ?? vscode.l10n.t('Other notes'), notes.length, vscode.TreeItemCollapsibleState.Expanded);
}

export function runGroupItem({ demo, title, runs }: RunGroup): vscode.TreeItem {
  const id = demo === undefined ? 'runs/other' : `runs/demo/${demo}`;
  return groupItem(id, title ?? vscode.l10n.t('Other runs'), runs.length, vscode.TreeItemCollapsibleState.Expanded);
}

function groupItem(id: string, label: string, count: number, state: vscode.TreeItemCollapsibleState): vscode.TreeItem {
  const item = new vscode.TreeItem(label, state);
  item.id = id;
  item.contextValue = 'recordGroup';
  item.description = String(count);
  item.accessibilityInformation = {
    label: count === 1 ? vscode.l10n.t('{0}, 1 entry', label) : vscode.l10n.t('{0}, {1} entries', label, count),
  };
  return item;
}

export function noteItem(note: NoteSummary): vscode.TreeItem {
  const item = new vscode.TreeItem(note.title);
  item.id = `note/${note.uri.toString()}`;
  item.contextValue = 'note';
  item.description = note.path;
  item.iconPath = note.problem === undefined ? new vscode.ThemeIcon('note') : WARNING;
  item.command = { command: COMMAND.openNote, title: vscode.l10n.t('Open Note'), arguments: [note.uri.toString()] };
  item.accessibilityInformation = { label: [note.title, note.path, ...(note.problem === undefined ? [] : [note.problem])].join(', ') };
  return item;
}

export function runItem(run: RunSummary): vscode.TreeItem {
  const item = 'record' in run ? wholeRunItem(run.record) : problemItem(run);
  item.id = `run/${run.uri.toString()}`;
  item.command = { command: COMMAND.openRun, title: vscode.l10n.t('Open Run Record'), arguments: [{ run }] };
  return item;
}

function wholeRunItem({ kept, title, result }: Extract<RunSummary, { record: object }>['record']): vscode.TreeItem {
  const label = formatMoment(kept);
  const facts = [verdictText(result), adapterName(result)];
  const item = new vscode.TreeItem(label);
  item.contextValue = 'run';
  item.description = facts.join(' · ');
  item.iconPath = verdictIcon(result);
  item.accessibilityInformation = { label: [title, label, ...facts].join(', ') };
  return item;
}

function problemItem({ id, problem }: Extract<RunSummary, { problem: string }>): vscode.TreeItem {
  const item = new vscode.TreeItem(id);
  item.contextValue = 'runProblem';
  item.description = problem;
  item.iconPath = WARNING;
  item.accessibilityInformation = { label: [id, problem].join(', ') };
  return item;
}
