import * as vscode from 'vscode';
import { COMMAND, registerCommand } from '../../platform/commands';
import type { Log } from '../../platform/log';
import { Owned } from '../../platform/owned';
import type { ReferenceLibrary } from '../../platform/reference-library';
import type { CodeReferences } from '../../platform/code-stores';
import type { ReadingStates } from '../../platform/stores';
import { CitedDocuments, CITING_DOCUMENTS } from './cited-documents';
import { findReferences, referenceProvider, type PaperArgument } from './finding';
import { CitationLenses } from './lenses';
import { COMPLETION_TRIGGERS, completionProvider, definitionProvider, hoverProvider, linkProvider, symbolProvider } from './providers';
import { UnknownKeys } from './unknown-keys';

export interface ReferencesContext {
  readonly library: ReferenceLibrary;
  readonly references: CodeReferences;
  readonly states: ReadingStates;
  readonly log: Log;
}

/** Papers that code cites, as editors know names: completed, explained, followed, found. */
export function registerReferences({ library, references, states, log }: ReferencesContext): vscode.Disposable {
  const owned = new Owned();
  const documents = new CitedDocuments(library);
  const { languages } = vscode;
  owned.add(languages.registerCompletionItemProvider(CITING_DOCUMENTS, completionProvider(library), ...COMPLETION_TRIGGERS));
  owned.add(languages.registerHoverProvider(CITING_DOCUMENTS, hoverProvider(documents, states)));
  owned.add(languages.registerDocumentLinkProvider(CITING_DOCUMENTS, linkProvider(documents)));
  owned.add(languages.registerDefinitionProvider(CITING_DOCUMENTS, definitionProvider(documents)));
  owned.add(languages.registerReferenceProvider(CITING_DOCUMENTS, referenceProvider(documents, references)));
  owned.add(languages.registerCodeLensProvider(CITING_DOCUMENTS, owned.add(new CitationLenses(documents, library))));
  owned.add(languages.registerWorkspaceSymbolProvider(symbolProvider(library)));
  owned.add(new UnknownKeys(documents, library, log));
  owned.add(registerCommand(log, COMMAND.findReferences, (argument?: PaperArgument) => findReferences(references, argument)));
  return owned;
}
