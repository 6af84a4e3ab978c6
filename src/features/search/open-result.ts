import * as vscode from 'vscode';
import { besideActive } from '../../platform/beside';
import { COMMAND } from '../../platform/commands';
import type { Target } from './items';

/** What can be opened. */
export type Result = Extract<Target, { kind: 'paper' | 'note' | 'run' | 'annotation' }>;

export function isResult(target: Target | undefined): target is Result {
  return target !== undefined && target.kind !== 'saved' && target.kind !== 'query';
}

export async function openResult(result: Result, { beside }: { readonly beside: boolean }): Promise<void> {
  if (result.kind === 'paper') {
    await vscode.commands.executeCommand(beside ? COMMAND.openPaperToSide : COMMAND.openPaper, result.paper.key);
  } else if (result.kind === 'annotation') {
    const { paper, id } = result.annotation;
    await vscode.commands.executeCommand(beside ? COMMAND.openPaperToSide : COMMAND.openPaper, paper, id);
  } else if (beside) {
    const uri = result.kind === 'note' ? result.note.uri : result.run.uri;
    await vscode.window.showTextDocument(uri, { viewColumn: besideActive(), preview: true });
  } else if (result.kind === 'note') {
    await vscode.commands.executeCommand(COMMAND.openNote, result.note.uri.toString());
  } else {
    await vscode.commands.executeCommand(COMMAND.openRun, { run: result.run });
  }
}
