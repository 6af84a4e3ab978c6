import * as vscode from 'vscode';
import { COMMAND, registerCommand } from '../../platform/commands';
import type { ReadDigest } from '../../platform/digest-reading';
import type { Dropped } from '../../platform/drop-target';
import { ReaderError } from '../../platform/errors';
import type { Log } from '../../platform/log';
import { Owned } from '../../platform/owned';
import type { Imports, PaperOrder, Papers, PaperWriter } from '../../platform/stores';
import { exportToFile, type PaperRow } from './exporting';
import { ImportDesk, showPapers } from './import-desk';
import { ImportPreviewView } from './preview-view';
import { windowPrompts } from './prompts';
import { fileSource, type FetchText, type Source } from './sources';
import { undoLast } from './take-back';
import { online, sourcesOfDrop, sourcesOfText, sourcesOfUrl } from './ways-in';

export interface ImportsContext {
  readonly papers: Papers;
  readonly imports: Imports;
  readonly order: PaperOrder;
  readonly readDigest: ReadDigest;
  readonly writer: PaperWriter;
  /** What was dropped on the Papers tree. */
  readonly onDidDrop: vscode.Event<Dropped>;
  /** None: nothing is fetched. */
  readonly fetchText?: FetchText;
  readonly log: Log;
}

/** Papers come in from files, the clipboard, an address or by dropping them on the tree, through a preview; and go out into files. */
export function registerImports({ papers, imports, order, readDigest, writer, onDidDrop, fetchText, log }: ImportsContext): vscode.Disposable {
  const owned = new Owned();
  const prompts = windowPrompts;
  const desk = owned.add(new ImportDesk({ papers, imports, readDigest, prompts, log }));
  const view = owned.add(new ImportPreviewView(desk));
  const offer = async (sources: readonly Source[]): Promise<void> => {
    if (await desk.offer(sources)) {
      await view.focus();
    }
  };

  owned.add(registerCommand(log, COMMAND.importFile, async () => offer((await prompts.files()).map(fileSource))));
  owned.add(registerCommand(log, COMMAND.importThis, (...chosen: UriArgs) => offer(urisOf(chosen).map(fileSource))));
  owned.add(
    registerCommand(log, COMMAND.importClipboard, async () =>
      offer(await sourcesOfText(await clipboardText(), vscode.l10n.t('Clipboard'), prompts, fetchText)),
    ),
  );
  owned.add(
    registerCommand(log, COMMAND.importUrl, async () => {
      const fetch = online(fetchText); // before the user types an address in vain
      await offer(await sourcesOfUrl(await prompts.url(), prompts, fetch));
    }),
  );
  owned.add(onDidDrop((dropped) => log.run(async () => offer(await sourcesOfDrop(dropped, prompts, fetchText)))));

  owned.add(
    registerCommand(log, COMMAND.commitImport, async () => {
      await desk.commit();
      await showPapers(); // the preview goes, and the focus would go nowhere
    }),
  );
  owned.add(
    registerCommand(log, COMMAND.cancelImport, async () => {
      desk.cancel();
      await showPapers();
    }),
  );
  owned.add(registerCommand(log, COMMAND.undoImport, () => undoLast({ imports, prompts })));
  owned.add(registerCommand(log, COMMAND.exportPapers, (...rows: RowArgs) => exportToFile({ papers, order, writer, prompts }, rowsOf(rows))));
  return owned;
}

/** What VS Code passes to a command of a file: the clicked one, then from the Explorer all that are selected. Nothing from the palette. */
type UriArgs = readonly [clicked?: vscode.Uri, selected?: unknown];

type RowArgs = readonly [clicked?: PaperRow, selected?: readonly PaperRow[]];

/** The files that a command is about: those selected in the Explorer, else the one of the active editor. */
function urisOf([clicked, selected]: UriArgs): readonly vscode.Uri[] {
  const files = Array.isArray(selected) ? selected.filter((uri) => uri instanceof vscode.Uri) : [];
  if (files.some((uri) => uri.toString() === clicked?.toString())) {
    return files;
  }
  const uri = clicked ?? vscode.window.activeTextEditor?.document.uri;
  if (uri === undefined) {
    throw new ReaderError(vscode.l10n.t('Open a file first, or choose one in the Explorer.'));
  }
  return [uri];
}

function rowsOf([clicked, selected]: RowArgs): readonly PaperRow[] {
  if (clicked === undefined) {
    return [];
  }
  return selected?.includes(clicked) === true ? selected : [clicked];
}

async function clipboardText(): Promise<string> {
  const text = await vscode.env.clipboard.readText();
  if (text.trim() === '') {
    throw new ReaderError(vscode.l10n.t('The clipboard holds no text. Copy a Daily Papers page, a bibliography or a feed first.'));
  }
  return text;
}
