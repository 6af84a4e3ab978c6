import * as vscode from 'vscode';
import { claimsAsCsv, type ClaimRow } from '../../core/claims/claim-table';
import { displayPath, writeWhole } from '../../platform/files';

/**
 * Writes rows as CSV into a file of the user's choice, or copies them.
 *
 * @returns what was done, for the reader; `undefined` when the user changed their mind
 */
export async function exportClaims(rows: readonly ClaimRow[], to: 'file' | 'clipboard'): Promise<string | undefined> {
  const csv = claimsAsCsv(rows);
  if (to === 'clipboard') {
    await vscode.env.clipboard.writeText(csv);
    return vscode.l10n.t('{0} claims copied as CSV', rows.length);
  }
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const target = await vscode.window.showSaveDialog({
    ...(folder ? { defaultUri: vscode.Uri.joinPath(folder, 'claims.csv') } : {}),
    filters: { [vscode.l10n.t('Comma-separated values')]: ['csv'] },
    title: vscode.l10n.t('Export Claims'),
  });
  if (!target) {
    return undefined;
  }
  await writeWhole(target, csv);
  return vscode.l10n.t('{0} claims exported to {1}', rows.length, displayPath(target));
}
