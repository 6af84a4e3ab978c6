import * as vscode from 'vscode';
import type { RunId } from '../../core/runs/record';
import { COMMAND, registerCommand } from '../../platform/commands';
import { ReaderError } from '../../platform/errors';
import { statOf } from '../../platform/folders';
import type { Log } from '../../platform/log';
import { Owned } from '../../platform/owned';
import type { Notes, Papers, Runs, RunSummary } from '../../platform/stores';
import { RecordsTree, type RunNode } from './records-tree';

export interface RunsContext {
  readonly papers: Papers;
  readonly notes: Notes;
  readonly runs: Runs;
  readonly log: Log;
}

/** The Notes and Runs tree, and opening a run's record. */
export function registerRuns({ papers, notes, runs, log }: RunsContext): vscode.Disposable {
  const owned = new Owned();
  const tree = owned.add(new RecordsTree(papers, notes, runs, log));
  owned.add(vscode.window.createTreeView('lectern.records', { treeDataProvider: tree, showCollapseAll: true }));
  owned.add(
    registerCommand(log, COMMAND.openRun, async (argument?: RunId | RunNode) => {
      if (argument !== undefined) {
        await showRecord(typeof argument === 'string' ? await runOf(argument, runs) : argument.run);
      }
    }),
  );
  return owned;
}

async function runOf(id: RunId, runs: Runs): Promise<RunSummary> {
  const run = (await runs.list()).find((one) => one.id === id);
  if (!run) {
    throw new ReaderError(vscode.l10n.t('The run {0} is not there any more.', id));
  }
  return run;
}

async function showRecord(run: RunSummary): Promise<void> {
  if ('problem' in run && (await statOf(run.uri)) === undefined) {
    throw new ReaderError(run.problem);
  }
  await vscode.window.showTextDocument(run.uri, { preview: true });
}
