import * as vscode from 'vscode';
import type { DemoEntry } from '../../core/catalog/catalog';
import type { ChartPicture } from '../../protocol/lab';
import { displayPath, writeWhole } from '../../platform/files';
import { pngBytes } from './png';

/**
 * Asks where to, then writes the picture.
 *
 * @returns the file as the user knows it
 * @throws CancellationError when the user changes their mind
 */
export async function savePicture({ chart, png }: ChartPicture, { slug }: DemoEntry): Promise<string> {
  const bytes = pngBytes(png);
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const target = await vscode.window.showSaveDialog({
    ...(folder ? { defaultUri: vscode.Uri.joinPath(folder, `${slug}-${chart}.png`) } : {}),
    filters: { [vscode.l10n.t('PNG picture')]: ['png'] },
    title: vscode.l10n.t('Save Chart as Picture'),
  });
  if (!target) {
    throw new vscode.CancellationError();
  }
  await writeWhole(target, bytes);
  return displayPath(target);
}
