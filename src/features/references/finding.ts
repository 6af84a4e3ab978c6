import * as vscode from 'vscode';
import type { Paper, PaperKey } from '../../core/papers/paper';
import { ReaderError } from '../../platform/errors';
import { activePaperKey, paperKeyOf } from '../../platform/paper-uri';
import type { CodeReferences, FoundReferences } from '../../platform/code-stores';
import type { CitedDocuments } from './cited-documents';

/** What is meant: a key, a row of a tree, a paper's document, or none for the paper of the active editor. */
export type PaperArgument = PaperKey | { readonly paper: Paper } | vscode.Uri;

/** Find All References on a citation: where else the same paper is cited, however it is named there. */
export function referenceProvider(documents: CitedDocuments, references: CodeReferences): vscode.ReferenceProvider {
  return {
    async provideReferences(document, position, _context, token) {
      const cited = await documents.at(document, position);
      const found = await Promise.all((cited?.papers ?? []).map(({ key }) => references.find(key, token)));
      return found.flatMap(({ references: places }) => places.map(({ uri, range }) => new vscode.Location(uri, range)));
    },
  };
}

/** Lists where the code of the workspace cites a paper, and opens what is picked. */
export async function findReferences(references: CodeReferences, argument: PaperArgument | undefined): Promise<void> {
  const key = keyOf(argument);
  const title = vscode.l10n.t('References in code');
  const found = await vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title: vscode.l10n.t('Looking for papers in code'), cancellable: true }, (_, token) =>
    references.find(key, token),
  );
  if (found.state === 'noFolder') {
    throw new ReaderError(vscode.l10n.t('Open a folder first: Lectern looks for citations in its files.'));
  }
  if (found.references.length === 0) {
    void vscode.window.showInformationMessage([vscode.l10n.t('No file cites this paper yet. Write @paper:{0} in a comment to cite it.', key), capText(found)].join(' ').trim());
    return;
  }
  const items = found.references.map((reference) => ({
    label: `${reference.path}:${reference.range.start.line + 1}`,
    detail: reference.preview,
    reference,
  }));
  const picked = await vscode.window.showQuickPick(items, { title, placeHolder: capText(found), matchOnDetail: true });
  if (picked) {
    await vscode.window.showTextDocument(picked.reference.uri, { selection: picked.reference.range });
  }
}

function capText({ cappedAt }: FoundReferences): string {
  return cappedAt === undefined ? '' : vscode.l10n.t('The folder is large: the first {0} files were looked through.', cappedAt);
}

function keyOf(argument: PaperArgument | undefined): PaperKey {
  const key = argument === undefined ? activePaperKey() : typeof argument === 'string' ? argument : argument instanceof vscode.Uri ? paperKeyOf(argument) : argument.paper.key;
  if (key === undefined) {
    throw new ReaderError(vscode.l10n.t('Open a paper first, or choose one in the Papers view.'));
  }
  return key;
}
