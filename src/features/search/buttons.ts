import * as vscode from 'vscode';

type Buttons<Name extends string> = Readonly<Record<Name, vscode.QuickInputButton>>;

export type RowButtons = Buttons<'side' | 'demo' | 'note' | 'filter' | 'rename' | 'remove'>;
export type TitleButtons = Buttons<'clear' | 'filter' | 'save' | 'help'>;

/** Buttons at the end of a row. */
export function rowButtons(): RowButtons {
  return {
    side: button('split-horizontal', vscode.l10n.t('Open to the side')),
    demo: button('play', vscode.l10n.t('Open the kernel demo')),
    note: button('new-file', vscode.l10n.t('New note for this paper')),
    filter: button('filter', vscode.l10n.t('Filter the Papers view by this search')),
    rename: button('edit', vscode.l10n.t('Rename')),
    remove: button('trash', vscode.l10n.t('Remove')),
  };
}

/** Buttons in the title bar of the search. */
export function titleButtons(): TitleButtons {
  return {
    clear: button('clear-all', vscode.l10n.t('Clear the search')),
    filter: button('filter', vscode.l10n.t('Filter the Papers view by this search')),
    save: button('save', vscode.l10n.t('Save this search')),
    help: button('question', vscode.l10n.t('What can be searched for')),
  };
}

function button(icon: string, tooltip: string): vscode.QuickInputButton {
  return { iconPath: new vscode.ThemeIcon(icon), tooltip };
}
