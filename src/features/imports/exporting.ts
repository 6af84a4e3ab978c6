import * as vscode from 'vscode';
import { EXPORT_FORMATS } from '../../core/citations/export-formats';
import type { Paper } from '../../core/papers/paper';
import { ReaderError } from '../../platform/errors';
import { displayPath, writeWhole } from '../../platform/files';
import type { PaperOrder, Papers, PaperWriter } from '../../platform/stores';
import type { Prompts } from './prompts';
import { numberText } from './words';

/** A row of a tree; only those of papers count. */
export interface PaperRow {
  readonly paper?: Paper;
}

export interface ExportContext {
  readonly papers: Papers;
  readonly order: PaperOrder;
  readonly writer: PaperWriter;
  readonly prompts: Prompts;
}

/**
 * Writes papers into a file of the user's choice.
 *
 * @param rows what the command was called on; when there are none the user chooses between what the Papers view shows and the
 * whole library
 */
export async function exportToFile({ papers, order, writer, prompts }: ExportContext, rows: readonly PaperRow[]): Promise<void> {
  const selected = rows.flatMap(({ paper }) => paper ?? []);
  const chosen = selected.length > 0 ? selected : await choosePapers(papers, order, prompts);
  if (chosen === undefined) {
    return;
  }
  if (chosen.length === 0) {
    throw new ReaderError(vscode.l10n.t('There are no papers to export.'));
  }
  const formats = EXPORT_FORMATS.map((format) => ({ label: format.description, description: `.${format.extension}`, format }));
  const format = (await prompts.pick(formats, vscode.l10n.t('Export {0} Papers As', numberText(chosen.length))))?.format;
  const [first] = chosen;
  const name = chosen.length === 1 && first !== undefined ? first.key : 'papers';
  const target = format && (await prompts.target(name, format.extension, format.description));
  if (format === undefined || target === undefined) {
    return;
  }
  await writeWhole(target, await writer.writePapers(chosen, format.id));
  const open = vscode.l10n.t('Open');
  const said = chosen.length === 1 ? vscode.l10n.t('1 paper exported to {0}.', displayPath(target)) : vscode.l10n.t('{0} papers exported to {1}.', numberText(chosen.length), displayPath(target));
  if ((await prompts.tell(said, open)) === open) {
    await vscode.window.showTextDocument(target);
  }
}

/** All papers, without asking when the view shows them all. */
async function choosePapers(papers: Papers, order: PaperOrder, prompts: Prompts): Promise<readonly Paper[] | undefined> {
  const [library, arrangement] = await Promise.all([papers.library(), order.arrangement()]);
  const shown = arrangement.order.flatMap((key) => library.paper(key) ?? []);
  if (shown.length === 0 || shown.length === library.papers.length) {
    return library.papers;
  }
  const choices = [
    { label: vscode.l10n.t('What the Papers view shows'), description: numberText(shown.length), papers: shown },
    { label: vscode.l10n.t('All papers'), description: numberText(library.papers.length), papers: library.papers },
  ];
  return (await prompts.pick(choices, vscode.l10n.t('Export Which Papers?')))?.papers;
}
