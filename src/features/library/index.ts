import * as vscode from 'vscode';
import { nextUnread } from '../../core/papers/arrange';
import type { PaperKey } from '../../core/papers/paper';
import { readingOf } from '../../core/papers/reading';
import { COMMAND, registerCommand, type CommandId } from '../../platform/commands';
import { ReaderError } from '../../platform/errors';
import type { Log } from '../../platform/log';
import { Owned } from '../../platform/owned';
import type { PaperOrderStore } from '../../platform/paper-order';
import { activePaperKey } from '../../platform/paper-uri';
import type { LibraryProblems, Notes, Papers, PaperSearch, ReadingStates, SavedSearches } from '../../platform/stores';
import { pickGrouping, pickSort, typeFilter } from './pickers';
import { PapersTree } from './papers-tree';
import { PapersView } from './papers-view';
import { pickTags } from './tag-picker';
import { TopRows, type TreeRow } from './top-rows';

export interface LibraryContext {
  readonly papers: Papers;
  readonly states: ReadingStates;
  readonly order: PaperOrderStore;
  readonly notes: Notes;
  readonly paperSearch: PaperSearch;
  readonly savedSearches: SavedSearches;
  readonly problems: LibraryProblems;
  /** Takes what is dropped on the tree. */
  readonly dropTarget: vscode.TreeDragAndDropController<unknown>;
  readonly log: Log;
}

/** The Papers tree: grouping, order, filter, saved searches, reading status, stars and tags. */
export function registerLibrary(context: LibraryContext): vscode.Disposable {
  const { papers, states, order, notes, dropTarget, log } = context;
  const owned = new Owned();
  const top = owned.add(new TopRows(context));
  const tree = owned.add(new PapersTree({ states, order, notes, top, log }));
  const view = owned.add(new PapersView(tree, papers, states, order, log, dropTarget));

  const reorder = (id: CommandId, pick: (order: PaperOrderStore) => Promise<boolean>) =>
    owned.add(registerCommand(log, id, async () => (await pick(order)) && view.showPlace()));
  reorder(COMMAND.groupPapers, pickGrouping);
  reorder(COMMAND.sortPapers, pickSort);
  owned.add(registerCommand(log, COMMAND.filterPapers, () => typeFilter(order)));
  owned.add(registerCommand(log, COMMAND.clearFilter, () => order.setFilter('')));

  const forPapers = (id: CommandId, act: (keys: readonly PaperKey[]) => unknown) =>
    owned.add(registerCommand(log, id, (...args: PaperArgs) => act(keysOf(args, view))));
  forPapers(COMMAND.markUnread, (keys) => states.setStatus(keys, 'unread'));
  forPapers(COMMAND.markReading, (keys) => states.setStatus(keys, 'reading'));
  forPapers(COMMAND.markRead, (keys) => states.setStatus(keys, 'read'));
  forPapers(COMMAND.star, (keys) => states.setStarred(keys, true));
  forPapers(COMMAND.unstar, (keys) => states.setStarred(keys, false));
  forPapers(COMMAND.toggleStar, async (keys) => {
    const readings = await states.readings();
    await states.setStarred(keys, keys.some((key) => !readingOf(readings, key).starred));
  });
  forPapers(COMMAND.tagPapers, (keys) => pickTags(keys, states, log));

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
  owned.add(
    registerCommand(log, COMMAND.revealPaper, async () => {
      const key = activePaperKey();
      if (key === undefined) {
        throw new ReaderError(vscode.l10n.t('Open a paper first: this shows where it is in the Papers view.'));
      }
      if (!(await view.reveal(key, { focus: true }))) {
        throw new ReaderError(vscode.l10n.t('The filter of the Papers view leaves this paper out.'));
      }
    }),
  );
  return owned;
}

/** What a key binding of the Papers view passes, since VS Code passes no row then. */
const SELECTION = 'selection';

/** What VS Code passes to a tree command: the clicked row and the whole selection. Nothing from the palette. */
type PaperArgs = readonly [clicked?: TreeRow | typeof SELECTION, selected?: readonly TreeRow[]];

/** Papers a command is about: the selection if the clicked row is in it, else the clicked row, else the open paper. */
function keysOf([clicked, selected]: PaperArgs, view: PapersView): readonly PaperKey[] {
  if (clicked === SELECTION) {
    return chosen(view.selectedKeys, vscode.l10n.t('Select a paper first: Enter or a click selects the row.'));
  }
  if (clicked) {
    const rows = selected?.includes(clicked) ? selected : [clicked];
    return [...new Set(rows.flatMap((row) => (row.kind === 'paper' ? [row.paper.key] : [])))];
  }
  const key = activePaperKey();
  return chosen(key === undefined ? [] : [key], vscode.l10n.t('Open a paper, or choose one in the Papers view.'));
}

function chosen(keys: readonly PaperKey[], otherwise: string): readonly PaperKey[] {
  if (keys.length === 0) {
    throw new ReaderError(otherwise);
  }
  return [...new Set(keys)];
}
