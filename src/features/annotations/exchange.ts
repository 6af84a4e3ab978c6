import * as vscode from 'vscode';
import { COMMAND, registerCommand } from '../../platform/commands';
import { Owned } from '../../platform/owned';
import type { ExchangeContext } from './annotations-context';
import type { AnnotationNode, AnnotationsTree } from './annotations-tree';
import { windowPrompts } from './exchange-prompts';
import { exportToFile } from './exporting';
import { ImportDesk } from './import-desk';
import { ImportPreview } from './import-preview';
import type { PreviewRow } from './import-rows';

/** The ways of annotations in from files of other programs, through a preview, and out into files. */
export function registerExchange(context: ExchangeContext, tree: AnnotationsTree): vscode.Disposable {
  const { log } = context;
  const owned = new Owned();
  const prompts = windowPrompts;
  const desk = owned.add(new ImportDesk({ ...context, prompts }));
  const preview = owned.add(new ImportPreview(desk));
  const showList = () => vscode.commands.executeCommand('lectern.annotations.focus'); // The preview goes, and the focus would go nowhere.

  owned.add(
    registerCommand(log, COMMAND.importAnnotations, async () => {
      if (await desk.offer(await prompts.files())) {
        await preview.focus();
      }
    }),
  );
  owned.add(registerCommand(log, COMMAND.chooseImportPaper, (row?: PreviewRow) => row?.document && desk.choosePaper(row.document)));
  owned.add(
    registerCommand(log, COMMAND.commitAnnotationImport, async () => {
      await desk.commit();
      await showList();
    }),
  );
  owned.add(
    registerCommand(log, COMMAND.cancelAnnotationImport, async () => {
      desk.cancel();
      await showList();
    }),
  );
  owned.add(registerCommand(log, COMMAND.undoAnnotationImport, () => desk.takingBack.undo()));
  owned.add(registerCommand(log, COMMAND.exportAnnotations, (node?: AnnotationNode) => exportToFile({ ...context, prompts }, threadsIn(node), tree.filter)));
  return owned;
}

/** The threads of a row; none for a row of something else. */
function threadsIn(node: AnnotationNode | undefined) {
  if (node === undefined) {
    return [];
  }
  if ('uncertain' in node) {
    return node.uncertain.map(({ thread }) => thread);
  }
  return 'group' in node ? node.group.threads : 'thread' in node ? [node.thread] : [];
}
