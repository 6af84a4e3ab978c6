import * as vscode from 'vscode';
import type { PageOutline } from '../../core/papers/page-outline';
import { COMMAND, registerCommand } from '../../platform/commands';
import { ReaderError } from '../../platform/errors';
import type { Log } from '../../platform/log';
import { Owned } from '../../platform/owned';
import { DigestProblems } from './problems';
import { foldingProvider, importActions, linkProvider, symbolProvider } from './providers';
import { DIGEST_LANGUAGE, DigestReadings } from './reading';

export interface DigestsContext {
  /** Reads the text of a page off the thread of the extension host. */
  readonly outline: (text: string) => Promise<PageOutline>;
  readonly log: Log;
}

/** The text form of a digest as a language of the editor: outline, folding, links and what is wrong with it. */
export function registerDigests({ outline, log }: DigestsContext): vscode.Disposable {
  const owned = new Owned();
  const readings = new DigestReadings(outline, log);
  const { languages } = vscode;
  owned.add(languages.registerDocumentSymbolProvider(DIGEST_LANGUAGE, symbolProvider(readings), { label: vscode.l10n.t('Papers') }));
  owned.add(languages.registerFoldingRangeProvider(DIGEST_LANGUAGE, foldingProvider(readings)));
  owned.add(languages.registerDocumentLinkProvider(DIGEST_LANGUAGE, linkProvider));
  owned.add(languages.registerCodeActionsProvider(DIGEST_LANGUAGE, importActions.provider, { providedCodeActionKinds: importActions.kinds }));
  owned.add(new DigestProblems(readings, log));
  owned.add(registerCommand(log, COMMAND.readAsDigest, readAsDigest));
  return owned;
}

async function readAsDigest(): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (!document) {
    throw new ReaderError(vscode.l10n.t('Open the text of a Daily Papers page first.'));
  }
  await vscode.languages.setTextDocumentLanguage(document, DIGEST_LANGUAGE);
}
