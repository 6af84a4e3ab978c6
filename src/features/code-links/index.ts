import * as vscode from 'vscode';
import { COMMAND, registerCommand } from '../../platform/commands';
import { Owned } from '../../platform/owned';
import type { CodeLinksContext } from './code-links-context';
import { Following } from './following';
import { LinkLenses } from './link-lenses';
import type { LinkArgument } from './linked-words';
import { CodeLinking, type BeginArgument } from './linking';
import { followRenames } from './renames';

export type { CodeLinksContext };

/** Files that can be linked: those of a folder, on this machine or elsewhere. */
const LINKED_DOCUMENTS: readonly vscode.DocumentFilter[] = ['file', 'vscode-vfs', 'vscode-remote'].map((scheme) => ({ scheme }));

/** Code that is linked by hand to words of papers. */
export function registerCodeLinks(context: CodeLinksContext): vscode.Disposable {
  const { annotations, log } = context;
  const owned = new Owned();
  const linking = owned.add(new CodeLinking(context));
  const following = new Following(context);
  owned.add(vscode.languages.registerCodeLensProvider(LINKED_DOCUMENTS, owned.add(new LinkLenses(context))));
  owned.add(vscode.workspace.onDidRenameFiles((event) => log.run(() => followRenames(annotations, event))));
  owned.add(registerCommand(log, COMMAND.linkCode, () => linking.link()));
  owned.add(registerCommand(log, COMMAND.beginCodeLink, (argument: BeginArgument) => linking.begin(argument)));
  owned.add(registerCommand(log, COMMAND.cancelCodeLink, () => linking.cancel()));
  owned.add(registerCommand(log, COMMAND.openCodeLink, (argument: LinkArgument) => following.open(argument)));
  owned.add(registerCommand(log, COMMAND.acceptCodeLink, (argument: LinkArgument) => following.accept(argument)));
  owned.add(registerCommand(log, COMMAND.relocateCodeLink, (argument: LinkArgument) => linking.relocate(argument)));
  owned.add(registerCommand(log, COMMAND.unlinkCode, (argument: LinkArgument) => following.unlink(argument)));
  return owned;
}
