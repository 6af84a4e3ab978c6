import * as vscode from 'vscode';
import { besideActive } from '../../platform/beside';
import { COMMAND, registerCommand } from '../../platform/commands';
import { Owned } from '../../platform/owned';
import { PAPER_SCHEME, READER_VIEW_TYPE } from '../../platform/paper-uri';
import { copyBibtex, copyCitation } from './copying';
import { openAsText, openInReader, openNeighbour } from './opening';
import { keyOf, keysOf, type PaperArgument, type PaperArguments } from './paper-argument';
import { PaperDocuments } from './paper-documents';
import type { ReaderContext } from './reader-context';
import { ReaderEditor } from './reader-editor';

export type { ReaderContext };

/** The Reader: papers as documents, the page that shows them, and the commands to open and copy them. */
export function registerReader(context: ReaderContext): vscode.Disposable {
  const { papers, order, reveals, writer, log } = context;
  const owned = new Owned();
  const documents = owned.add(new PaperDocuments(papers, log));
  owned.add(vscode.workspace.registerFileSystemProvider(PAPER_SCHEME, documents, { isCaseSensitive: true, isReadonly: true }));
  owned.add(
    vscode.window.registerCustomEditorProvider(READER_VIEW_TYPE, new ReaderEditor(context), {
      supportsMultipleEditorsPerDocument: true,
      webviewOptions: { enableFindWidget: true },
    }),
  );

  owned.add(
    registerCommand(log, COMMAND.openPaper, async (argument?: PaperArgument, annotation?: unknown) => {
      const key = keyOf(argument);
      await openInReader(key);
      if (typeof annotation === 'string') {
        reveals.ask(key, annotation);
      }
    }),
  );
  owned.add(registerCommand(log, COMMAND.openPaperToSide, (argument?: PaperArgument) => openInReader(keyOf(argument), besideActive())));
  owned.add(registerCommand(log, COMMAND.openPaperAsText, (argument?: PaperArgument) => openAsText(keyOf(argument))));
  owned.add(registerCommand(log, COMMAND.nextPaper, (argument?: PaperArgument) => openNeighbour(order, keyOf(argument), 'next')));
  owned.add(registerCommand(log, COMMAND.previousPaper, (argument?: PaperArgument) => openNeighbour(order, keyOf(argument), 'previous')));
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
