import * as vscode from 'vscode';
import type { Thread } from '../../core/annotations/annotation';
import { isFilter, passes, type AnnotationFilter } from '../../core/annotations/annotation-filter';
import type { AnnotationFormat } from '../../core/annotations/exchange/annotation-format';
import type { ExportedPaper } from '../../core/annotations/exchange/exported-paper';
import { annotationsIn, byTime } from '../../core/annotations/threads';
import type { Library } from '../../core/papers/library';
import type { PaperKey } from '../../core/papers/paper';
import type { AnnotationExchange } from '../../platform/annotation-exchange';
import { ANNOTATIONS_PATH } from '../../platform/annotation-root';
import { ReaderError } from '../../platform/errors';
import { displayPath, writeWhole } from '../../platform/files';
import { activePaperKey } from '../../platform/paper-uri';
import type { Annotations, Papers } from '../../platform/stores';
import type { ExchangePrompts } from './exchange-prompts';

export interface ExportContext {
  readonly papers: Papers;
  readonly annotations: Annotations;
  readonly exchange: AnnotationExchange;
  readonly prompts: ExchangePrompts;
}

/**
 * Writes annotations into a file of the user's choice.
 *
 * @param rows threads the command was called on; when there are none the user chooses which
 * @param filter of the list
 */
export async function exportToFile(context: ExportContext, rows: readonly Thread[], filter: AnnotationFilter): Promise<void> {
  const { papers, annotations, exchange, prompts } = context;
  const [all, library, problems] = await Promise.all([annotations.all(), papers.library(), annotations.problems()]);
  const threads = rows.length > 0 ? rows : await chooseThreads([...all.values()].flat(), library, filter, prompts);
  if (threads === undefined) {
    return;
  }
  const exported = byPaper(threads, library);
  const count = exported.reduce((sum, one) => sum + one.annotations.length, 0);
  const [first, second] = exported;
  if (first === undefined) {
    throw new ReaderError(vscode.l10n.t('There are no annotations to export.'));
  }
  const form = await prompts.pick(forms(), vscode.l10n.t('Export {0} Annotations As', count));
  const target = form && (await prompts.target(second === undefined ? `${first.key}-annotations` : 'annotations', form.extension, form.label));
  if (form === undefined || target === undefined) {
    return;
  }
  if (target.path.includes(`/${ANNOTATIONS_PATH}/`)) {
    throw new ReaderError(vscode.l10n.t('Annotations are kept in that folder, one a file. Choose another place for the export.'));
  }
  await writeWhole(target, await exchange.write(exported, form.format));
  const open = vscode.l10n.t('Open');
  const said = count === 1 ? vscode.l10n.t('1 annotation exported to {0}.', displayPath(target)) : vscode.l10n.t('{0} annotations exported to {1}.', count, displayPath(target));
  const left = problems.length === 0 ? [] : [vscode.l10n.t('{0} files of annotations could not be read and are not in it; they are left as they are.', problems.length)];
  if ((await prompts.tell([said, ...left].join(' '), open)) === open) {
    await vscode.window.showTextDocument(target);
  }
}

function forms(): readonly (vscode.QuickPickItem & { readonly format: AnnotationFormat; readonly extension: string })[] {
  return [
    { label: vscode.l10n.t('W3C Web Annotations'), description: vscode.l10n.t('JSON-LD, with everything Lectern keeps'), format: 'w3c', extension: 'json' },
    { label: vscode.l10n.t('Hypothesis JSON'), description: vscode.l10n.t('rows as its API gives them'), format: 'hypothesis', extension: 'json' },
    { label: vscode.l10n.t('Markdown'), description: vscode.l10n.t('by paper, to read'), format: 'markdown', extension: 'md' },
  ];
}

async function chooseThreads(all: readonly Thread[], library: Library, filter: AnnotationFilter, prompts: ExchangePrompts): Promise<readonly Thread[] | undefined> {
  const of = (label: string, threads: readonly Thread[], key?: PaperKey) => ({ label, description: String(threads.flatMap(annotationsIn).length), threads, key });
  const keys = [...new Set(all.map(({ first }) => first.paper))];
  const active = activePaperKey();
  const papers = keys
    .sort((one, other) => Number(other === active) - Number(one === active))
    .map((key) => of(library.paper(key)?.title ?? key, all.filter(({ first }) => first.paper === key), key));
  const choices = [
    ...(isFilter(filter) ? [of(vscode.l10n.t('What the Annotations view shows'), all.filter((thread) => passes(thread, filter)))] : []),
    of(vscode.l10n.t('All annotations'), all),
    ...papers,
  ];
  return keys.length === 0 ? [] : (await prompts.pick(choices, vscode.l10n.t('Export Which Annotations?')))?.threads;
}

function byPaper(threads: readonly Thread[], library: Library): readonly ExportedPaper[] {
  const groups = new Map<PaperKey, Thread[]>();
  for (const thread of threads) {
    groups.set(thread.first.paper, [...(groups.get(thread.first.paper) ?? []), thread]);
  }
  return [...groups].map(([key, members]) => {
    const paper = library.paper(key);
    return { key, ...(paper === undefined ? {} : { paper }), annotations: members.flatMap(annotationsIn).sort(byTime) };
  });
}
