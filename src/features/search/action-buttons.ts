import * as vscode from 'vscode';
import { COMMAND, type CommandId } from '../../platform/commands';

/** A button of a row, and the command it runs. */
interface ActionButton extends vscode.QuickInputButton {
  readonly command: CommandId;
}

export type ActionButtons = Readonly<Record<'side' | 'demo' | 'note', ActionButton>>;

export function actionButtons(): ActionButtons {
  return {
    side: { command: COMMAND.openPaperToSide, iconPath: new vscode.ThemeIcon('split-horizontal'), tooltip: vscode.l10n.t('Open to the side') },
    demo: { command: COMMAND.openDemo, iconPath: new vscode.ThemeIcon('play'), tooltip: vscode.l10n.t('Open the kernel demo') },
    note: { command: COMMAND.newNote, iconPath: new vscode.ThemeIcon('new-file'), tooltip: vscode.l10n.t('New note for this paper') },
  };
}
