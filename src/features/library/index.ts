import * as vscode from 'vscode';
import { nextUnread } from '../../core/papers/arrange';
import type { PaperKey } from '../../core/papers/paper';
import { COMMAND, registerCommand } from '../../platform/commands';
import type { Log } from '../../platform/log';
import { Owned } from '../../platform/owned';
import type { PaperOrderStore } from '../../platform/paper-order';
import { activePaperKey } from '../../platform/paper-uri';
import type { Papers, ReadingStates } from '../../platform/stores';
import { pickGrouping, pickSort, typeFilter } from './pickers';
import { PapersTree, type PaperNode } from './papers-tree';
import { PapersView } from './papers-view';

export interface LibraryContext {
  readonly papers: Papers;
  readonly states: ReadingStates;
  readonly order: PaperOrderStore;
  /** Takes what is dropped on the tree. */
  readonly dropTarget: vscode.TreeDragAndDropController<unknown>;
  readonly log: Log;
}

/** The Papers tree: grouping, order, filter, reading status and stars. */
export function registerLibrary({ papers, states, order, dropTarget, log }: LibraryContext): vscode.Disposable {
  const owned = new Owned();
  const tree = owned.add(new PapersTree(states, order));
  owned.add(new PapersView(tree, papers, states, order, log, dropTarget));

  owned.add(registerCommand(log, COMMAND.groupPapers, () => pickGrouping(order)));
  owned.add(registerCommand(log, COMMAND.sortPapers, () => pickSort(order)));
  owned.add(registerCommand(log, COMMAND.filterPapers, () => typeFilter(order)));
  owned.add(registerCommand(log, COMMAND.clearFilter, () => order.setFilter('')));

  owned.add(registerCommand(log, COMMAND.markUnread, (...nodes: NodeArgs) => states.setStatus(keysOf(nodes), 'unread')));
  owned.add(registerCommand(log, COMMAND.markReading, (...nodes: NodeArgs) => states.setStatus(keysOf(nodes), 'reading')));
  owned.add(registerCommand(log, COMMAND.markRead, (...nodes: NodeArgs) => states.setStatus(keysOf(nodes), 'read')));
  owned.add(registerCommand(log, COMMAND.star, (...nodes: NodeArgs) => states.setStarred(keysOf(nodes), true)));
  owned.add(registerCommand(log, COMMAND.unstar, (...nodes: NodeArgs) => states.setStarred(keysOf(nodes), false)));

  owned.add(
    registerCommand(log, COMMAND.nextUnread, async () => {
      const key = nextUnread(await order.arrangement(), await states.readings(), activePaperKey());
      if (key === undefined) {
        void vscode.window.showInformationMessage(vscode.l10n.t('No unread papers here.'));
        return;
      }
      await vscode.commands.executeCommand(COMMAND.openPaper, key);
    }),
  );
  return owned;
}

/** What VS Code passes to a tree command: the clicked row and the whole selection. Nothing from the palette. */
type NodeArgs = readonly [clicked?: PaperNode, selected?: readonly PaperNode[]];

/** Papers a command is about: the selection if the clicked row is in it, else the clicked row, else the open paper. */
function keysOf([clicked, selected]: NodeArgs): readonly PaperKey[] {
  if (clicked) {
    return (selected?.includes(clicked) ? selected : [clicked]).flatMap((node) => ('paper' in node ? [node.paper.key] : []));
  }
  const key = activePaperKey();
  return key === undefined ? [] : [key];
}
