import * as vscode from 'vscode';
import type { ClaimKind } from '../../core/claims/claim';

export function kindText(kind: ClaimKind): string {
  const words: Readonly<Record<ClaimKind, string>> = {
    speed: vscode.l10n.t('Speed'),
    memory: vscode.l10n.t('Memory'),
    quality: vscode.l10n.t('Quality'),
    cost: vscode.l10n.t('Cost'),
    size: vscode.l10n.t('Size or length'),
    other: vscode.l10n.t('Other'),
  };
  return words[kind];
}
