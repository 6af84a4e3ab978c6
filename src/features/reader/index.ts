import * as vscode from 'vscode';
import { besideActive } from '../../platform/beside';
import { COMMAND, registerCommand } from '../../platform/commands';
import { Owned } from '../../platform/owned';
import { PAPER_SCHEME, READER_VIEW_TYPE } from '../../platform/paper-uri';
import { copyBibtex, copyCitation } from './copying';
import { resizeText } from './look';
import { notice, openAsText, openInReader, openNeighbour } from './opening';
import { keyOf, keysOf, type PaperArgument, type PaperArguments } from './paper-argument';
import { PaperDocuments } from './paper-documents';
import type { ReaderContext } from './reader-context';
import { ReaderEditor } from './reader-editor';

export type { ReaderContext };

/** The Reader: papers as documents, the page that shows them, and the commands to open and copy them. */
export function registerReader(context: ReaderContext): vscode.Disposable {
  const { papers, annotations, order, reveals, writer, log } = context;
  const owned = new Owned();
  const documents = owned.add(new PaperDocuments(papers, annotations, log));
  owned.add(vscode.workspace.registerFileSystemProvider(PAPER_SCHEME, documents, { isCaseSensitive: true, isReadonly: true }));
  owned.add(
    vscode.window.registerCustomEditorProvider(READER_VIEW_TYPE, new ReaderEditor(context), {
      supportsMultipleEditorsPerDocument: true,
      webviewOptions: { enableFindWidget: true },
    }),
  );

  const open = async (argument: PaperArgument | undefined, annotation: unknown, column?: vscode.ViewColumn): Promise<void> => {
    const key = keyOf(argument);
    await openInReader(key, column);
    if (typeof annotation === 'string') {
      reveals.ask(key, annotation);
    }
  };
  owned.add(registerCommand(log, COMMAND.openPaper, (argument?: PaperArgument, annotation?: unknown) => open(argument, annotation)));
  owned.add(registerCommand(log, COMMAND.openPaperToSide, (argument?: PaperArgument, annotation?: unknown) => open(argument, annotation, besideActive())));
  owned.add(registerCommand(log, COMMAND.openPaperAsText, (argument?: PaperArgument) => openAsText(keyOf(argument))));
  owned.add(registerCommand(log, COMMAND.nextPaper, (argument?: PaperArgument) => openNeighbour(order, keyOf(argument), 'next')));
  owned.add(registerCommand(log, COMMAND.previousPaper, (argument?: PaperArgument) => openNeighbour(order, keyOf(argument), 'previous')));
  for (const [command, step] of [[COMMAND.largerText, 'larger'], [COMMAND.smallerText, 'smaller'], [COMMAND.usualText, 'usual']] as const) {
    owned.add(registerCommand(log, command, async () => notice(await resizeText(step))));
  }
  for (const [command, copy] of [[COMMAND.copyBibtex, copyBibtex], [COMMAND.copyCitation, copyCitation]] as const) {
    owned.add(
      registerCommand(log, command, async (...args: PaperArguments) => {
        const keys = keysOf(args);
        const library = await papers.library();
        await copy(keys.flatMap((key) => library.paper(key) ?? []), writer);
      }),
    );
  }
  return owned;
}
