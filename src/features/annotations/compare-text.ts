import * as vscode from 'vscode';
import { annotatedAbstract } from '../../core/annotations/annotated-abstract';
import type { PaperKey } from '../../core/papers/paper';
import { ReaderError } from '../../platform/errors';
import { annotatedPaperUri, paperUri } from '../../platform/paper-uri';
import type { AnnotationsContext } from './annotations-context';

/**
 * Shows the text of a paper as it was annotated beside the text as it is, in VS Code's own diff.
 *
 * @throws ReaderError when they are the same, or the former is not kept
 */
export async function compareWithAnnotated({ papers, annotations }: AnnotationsContext, key: PaperKey): Promise<void> {
  const [library, threads] = await Promise.all([papers.library(), annotations.threadsOf(key)]);
  const paper = library.paper(key);
  if (paper === undefined) {
    throw new ReaderError(vscode.l10n.t('This paper is not in the library any more.'));
  }
  if (annotatedAbstract(paper.abstract, library.abstractsOf(paper), threads) === undefined) {
    throw new ReaderError(
      vscode.l10n.t('No other abstract is kept on which more of the annotations of “{0}” stand. The words themselves are in each annotation.', paper.title),
    );
  }
  const title = vscode.l10n.t('{0}: as annotated ↔ now', paper.title);
  await vscode.commands.executeCommand('vscode.diff', annotatedPaperUri(key), paperUri(key), title, { preview: true });
}
