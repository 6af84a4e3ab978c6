import * as vscode from 'vscode';
import { neighbour, positionOf } from '../../core/papers/arrange';
import type { PaperKey } from '../../core/papers/paper';
import { paperUri, READER_VIEW_TYPE } from '../../platform/paper-uri';
import type { PaperOrder } from '../../platform/stores';

const NOTICE_MS = 4000;

/** Opens a paper in the Reader, in a preview tab. */
export async function openInReader(key: PaperKey, viewColumn: vscode.ViewColumn = vscode.ViewColumn.Active): Promise<void> {
  await vscode.commands.executeCommand('vscode.openWith', paperUri(key), READER_VIEW_TYPE, { viewColumn, preview: true });
}

/** Opens a paper's Markdown in a text editor, read-only. */
export async function openAsText(key: PaperKey, viewColumn: vscode.ViewColumn = vscode.ViewColumn.Active): Promise<void> {
  await vscode.commands.executeCommand('vscode.openWith', paperUri(key), 'default', { viewColumn, preview: true });
}

/** Opens the paper next to one in the order of the Papers tree; at the end of it, says so. */
export async function openNeighbour(order: PaperOrder, key: PaperKey, direction: 'next' | 'previous', viewColumn?: vscode.ViewColumn): Promise<void> {
  const arrangement = await order.arrangement();
  const other = neighbour(arrangement, key, direction);
  if (other !== undefined) {
    await openInReader(other, viewColumn);
  } else {
    notice(endText(positionOf(arrangement, key) !== undefined, direction));
  }
}

/** A short word in the status bar. */
export function notice(message: string): void {
  vscode.window.setStatusBarMessage(message, NOTICE_MS);
}

function endText(listed: boolean, direction: 'next' | 'previous'): string {
  if (!listed) {
    return vscode.l10n.t('The filter of the Papers view leaves this paper out');
  }
  return direction === 'next' ? vscode.l10n.t('This is the last paper') : vscode.l10n.t('This is the first paper');
}
