import * as vscode from 'vscode';
import { describeTarget } from '../../core/anchors/describe-target';
import type { Annotation } from '../../core/annotations/annotation';
import { annotationsIn } from '../../core/annotations/threads';
import type { Paper } from '../../core/papers/paper';
import { findCitations } from '../../core/references/find-citations';
import { sentencesOf } from '../../core/text/sentences';
import { paperKeyOf } from '../../platform/paper-uri';
import type { CodeLinksContext } from './code-links-context';
import { wordsOf, shortWords, type LinkedWords } from './linked-words';
import { codeEditor } from './selected-code';

/** Annotations offered beside the papers; a paper offers all of its own. */
const MOST_RECENT = 15;

type Item = vscode.QuickPickItem & { readonly words?: LinkedWords; readonly paper?: Paper };

const heading = (label: string): Item => ({ label, kind: vscode.QuickPickItemKind.Separator });

/** An annotation, or a paper and then a sentence of it. The papers that are open or cited in the file come first, then those with annotations. */
export async function pickWords(context: CodeLinksContext): Promise<LinkedWords | undefined> {
  const [library, threads] = await Promise.all([context.papers.library(), context.annotations.all()]);
  const annotations = [...threads.values()].flat().flatMap(annotationsIn).filter(isLinkable).sort((one, other) => Date.parse(other.modified) - Date.parse(one.modified));
  const recent = annotations.slice(0, MOST_RECENT).flatMap((annotation): Item[] => {
    const paper = library.paper(annotation.paper);
    return paper === undefined ? [] : [annotationItem(paper, annotation)];
  });
  const near = [...openPapers(), ...(await citedPapers(context)), ...annotations.map(({ paper }) => paper)].flatMap((key) => library.paper(key) ?? []);
  const papers = [...new Set([...near, ...library.papers])];
  const items = [...(recent.length === 0 ? [] : [heading(vscode.l10n.t('Annotations')), ...recent]), heading(vscode.l10n.t('A sentence of a paper')), ...papers.map(paperItem)];
  const title = vscode.l10n.t('Link the selected code to');
  const picked = await vscode.window.showQuickPick(items, { title, placeHolder: vscode.l10n.t('An annotation, or a paper to choose a sentence of'), matchOnDescription: true, matchOnDetail: true });
  return picked?.words ?? (picked?.paper && pickSentence(picked.paper, annotations.filter(({ paper }) => paper === picked.paper?.key)));
}

async function pickSentence(paper: Paper, annotations: readonly Annotation[]): Promise<LinkedWords | undefined> {
  const sentences = sentencesOf(paper.abstract).map((range): Item => {
    const target = describeTarget(paper.abstract, range);
    return { label: target.exact.replace(/\s+/gu, ' '), words: { paper, target } };
  });
  const items = [
    ...(annotations.length === 0 ? [] : [heading(vscode.l10n.t('Annotations')), ...annotations.map((annotation) => annotationItem(paper, annotation))]),
    heading(vscode.l10n.t('Sentences')),
    ...sentences,
  ];
  return (await vscode.window.showQuickPick(items, { title: paper.title, placeHolder: vscode.l10n.t('The sentence that the code is about') }))?.words;
}

function annotationItem(paper: Paper, annotation: Annotation): Item {
  const comment = annotation.target === undefined ? '' : shortWords(annotation.comment);
  return { label: `$(comment) ${wordsOf(annotation)}`, description: paper.key, ...(comment === '' ? {} : { detail: comment }), words: { paper, annotation } };
}

function paperItem(paper: Paper): Item {
  return { label: paper.title, description: paper.key, paper };
}

function isLinkable(annotation: Annotation): boolean {
  return annotation.replyTo === undefined && annotation.resolved !== true && wordsOf(annotation) !== '';
}

/** Papers with a tab of their own. */
function openPapers(): readonly string[] {
  const inputs = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).map(({ input }) => input);
  return inputs.flatMap((input) => (input instanceof vscode.TabInputCustom || input instanceof vscode.TabInputText ? (paperKeyOf(input.uri) ?? []) : []));
}

async function citedPapers({ cited }: CodeLinksContext): Promise<readonly string[]> {
  const citations = findCitations(codeEditor()?.document.getText() ?? '');
  const papers = citations.length === 0 ? undefined : await cited.cited();
  return citations.flatMap((citation) => papers?.papersOf(citation) ?? []).map(({ key }) => key);
}
