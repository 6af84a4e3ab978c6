import * as vscode from 'vscode';
import type { GroupLabel } from '../../core/papers/arrange';

/** The words for a group. */
export function groupLabel(label: GroupLabel): string {
  switch (label.kind) {
    case 'digest':
      return label.title;
    case 'year':
      return label.year ?? vscode.l10n.t('No date');
    case 'organisation':
      return label.name ?? vscode.l10n.t('No organisation');
    case 'status':
      return { unread: vscode.l10n.t('Unread'), reading: vscode.l10n.t('Reading'), read: vscode.l10n.t('Read') }[label.status];
    case 'all':
      return vscode.l10n.t('All papers');
  }
}
