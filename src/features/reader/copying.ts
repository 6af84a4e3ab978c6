import * as vscode from 'vscode';
import { EXPORT_FORMATS } from '../../core/citations/export-formats';
import { quotationAsMarkdown } from '../../core/citations/markdown-list';
import type { TextRange } from '../../core/anchors/text-target';
import { linksOf, repositoryOf } from '../../core/papers/links';
import type { Paper } from '../../core/papers/paper';
import { ReaderError } from '../../platform/errors';
import type { PaperWriter } from '../../platform/stores';
import { notice } from './opening';

/** @returns what was done, for the reader */
export async function copyBibtex(papers: readonly Paper[], writer: PaperWriter): Promise<string> {
  await vscode.env.clipboard.writeText(await writer.writePapers(papers, 'bibtex-citation'));
  return done(papers.length === 1 ? vscode.l10n.t('BibTeX entry copied') : vscode.l10n.t('{0} BibTeX entries copied', papers.length));
}

/** Copies papers in a form that the user picks; nothing when none is picked. */
export async function copyCitation(papers: readonly Paper[], writer: PaperWriter): Promise<void> {
  const formats = EXPORT_FORMATS.map(({ id, description }) => ({ label: description, id }));
  const format = await vscode.window.showQuickPick(formats, { title: vscode.l10n.t('Copy Citation As') });
  if (format !== undefined) {
    await vscode.env.clipboard.writeText(await writer.writePapers(papers, format.id));
    done(vscode.l10n.t('{0} copied', format.label));
  }
}

/**
 * Copies words of the abstract as a Markdown quotation, with the paper under it.
 *
 * @returns what was done, for the reader
 * @throws ReaderError when the abstract has no such words
 */
export async function copyQuote(paper: Paper, { start, end }: TextRange): Promise<string> {
  const words = paper.abstract.slice(start, end);
  if (words.trim() === '') {
    throw new ReaderError(vscode.l10n.t('The abstract has no such words any more. Select them again.'));
  }
  await vscode.env.clipboard.writeText(quotationAsMarkdown(paper, words));
  return done(vscode.l10n.t('Quotation copied'));
}

/**
 * Copies the command that clones a repository of the paper. The command is made from the paper's own link, never from
 * what a page says.
 *
 * @returns what was done, for the reader
 * @throws ReaderError when the paper has no such link, or it leads to no repository
 */
export async function copyClone(paper: Paper, url: string): Promise<string> {
  const link = linksOf(paper).find((known) => known.url === url);
  const repository = link && repositoryOf(link);
  if (!repository) {
    throw new ReaderError(vscode.l10n.t('{0} is no repository of this paper.', url));
  }
  await vscode.env.clipboard.writeText(`git clone ${repository.cloneUrl}`);
  return done(vscode.l10n.t('Clone command copied'));
}

function done(message: string): string {
  notice(message);
  return message;
}
