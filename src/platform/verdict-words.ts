import * as vscode from 'vscode';
import type { RunResult } from '../core/runs/result';
import { verdicts } from '../core/runs/verdict';

/** `12 passed, 1 failed`, in the user's language. */
export function verdictText(result: RunResult): string {
  const { passed, failed, notEvaluated } = verdicts(result);
  const parts = [
    ...(passed > 0 || failed > 0 ? [vscode.l10n.t('{0} passed', passed)] : []),
    ...(failed > 0 ? [vscode.l10n.t('{0} failed', failed)] : []),
    ...(notEvaluated > 0 ? [vscode.l10n.t('{0} not evaluated', notEvaluated)] : []),
  ];
  return parts.length === 0 ? vscode.l10n.t('no checks') : parts.join(', ');
}

/** The icon that says the same at a glance. */
export function verdictIcon(result: RunResult): vscode.ThemeIcon {
  const { passed, failed } = verdicts(result);
  if (failed > 0) {
    return new vscode.ThemeIcon('error', new vscode.ThemeColor('testing.iconFailed'));
  }
  return passed > 0
    ? new vscode.ThemeIcon('pass', new vscode.ThemeColor('testing.iconPassed'))
    : new vscode.ThemeIcon('circle-outline');
}
