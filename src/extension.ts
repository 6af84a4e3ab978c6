import * as vscode from 'vscode';
import { registerLab } from './features/lab';
import { registerLibrary } from './features/library';
import { registerNotes } from './features/notes';
import { registerReader } from './features/reader';
import { registerRuns } from './features/runs';
import { registerSearch } from './features/search';
import { COMMAND, registerCommand } from './platform/commands';
import { Log } from './platform/log';
import { NoteStore } from './platform/note-store';
import { PaperOrderStore } from './platform/paper-order';
import { PaperSearchStore } from './platform/paper-search';
import { PaperStore } from './platform/paper-store';
import { ReadingStore } from './platform/reading-store';
import { RunStore } from './platform/run-store';

/** The composition root, the same for desktop and web: makes the stores and registers the features. */
export function activate(context: vscode.ExtensionContext): void {
  const own = <T extends vscode.Disposable>(item: T): T => {
    context.subscriptions.push(item);
    return item;
  };
  const { extensionUri, globalStorageUri } = context;

  const log = own(new Log());
  const papers = own(new PaperStore(extensionUri, globalStorageUri, log));
  const states = own(new ReadingStore(globalStorageUri, log));
  const paperSearch = own(new PaperSearchStore(extensionUri, papers, log));
  const order = own(new PaperOrderStore(papers, states, paperSearch, context.globalState));
  const notes = own(new NoteStore(globalStorageUri, log));
  const runs = own(new RunStore(globalStorageUri, log));
  const lecternVersion = (context.extension.packageJSON as { version: string }).version;

  own(registerLibrary({ papers, states, order, log }));
  own(registerSearch({ papers, paperSearch, order, log }));
  own(registerReader({ extensionUri, papers, states, order, notes, runs, log }));
  own(registerLab({ extensionUri, papers, notes, runs, log, lecternVersion }));
  own(registerNotes({ papers, notes, log }));
  own(registerRuns({ papers, notes, runs, log }));
  own(registerCommand(log, COMMAND.showLog, () => log.show()));
  own(
    registerCommand(log, COMMAND.openGuide, () =>
      vscode.commands.executeCommand('markdown.showPreview', vscode.Uri.joinPath(extensionUri, 'media', 'guide', 'README.md')),
    ),
  );
}
