import * as vscode from 'vscode';
import { ANNOTATION_KINDS, type Annotation, type AnnotationKind, type Thread } from '../../core/annotations/annotation';
import { THREAD_STATES, type AnnotationFilter, type ThreadState } from '../../core/annotations/annotation-filter';
import { annotationsIn } from '../../core/annotations/threads';
import type { PaperKey } from '../../core/papers/paper';
import { tidyTags, type Tag } from '../../core/papers/tags';
import type { AnnotationConflict } from '../../platform/stores';
import { ANNOTATION_GROUPINGS, type AnnotationGrouping } from './annotation-groups';
import { kindWord, labelOf, stateWord } from './words';

/** `undefined` when the user turned away, `'none'` for no kind. */
export async function pickKind(): Promise<AnnotationKind | 'none' | undefined> {
  const items: readonly (vscode.QuickPickItem & { readonly of: AnnotationKind | 'none' })[] = [
    ...ANNOTATION_KINDS.map((kind) => ({ label: kindWord(kind), of: kind })),
    { label: vscode.l10n.t('No kind'), of: 'none' },
  ];
  return (await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Kind of annotation') }))?.of;
}

export async function askForTags({ tags }: Annotation): Promise<readonly Tag[] | undefined> {
  const text = await vscode.window.showInputBox({
    title: vscode.l10n.t('Tags of the annotation'),
    prompt: vscode.l10n.t('Parted by commas. They are the annotation’s own, not the paper’s.'),
    value: tags.join(', '),
  });
  return text === undefined ? undefined : tidyTags(text.split(','));
}

export async function pickGrouping(current: AnnotationGrouping): Promise<AnnotationGrouping | undefined> {
  const words: Record<AnnotationGrouping, string> = {
    paper: vscode.l10n.t('Paper'),
    kind: vscode.l10n.t('Kind'),
    tag: vscode.l10n.t('Tag'),
    state: vscode.l10n.t('State'),
  };
  const items = ANNOTATION_GROUPINGS.map((grouping) => ({ label: words[grouping], grouping, ...(grouping === current ? { description: vscode.l10n.t('current') } : {}) }));
  return (await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Group annotations by') }))?.grouping;
}

type Choice = { readonly kind: AnnotationKind } | { readonly state: ThreadState } | { readonly tag: Tag } | { readonly paper: PaperKey };
type ChoiceItem = vscode.QuickPickItem & { readonly choice?: Choice };

/** Kinds, states, tags and papers in one list; several can be chosen. */
export async function pickFilter(threads: readonly Thread[], filter: AnnotationFilter, titleOf: (key: PaperKey) => string): Promise<AnnotationFilter | undefined> {
  const tags = [...new Set(threads.flatMap(annotationsIn).flatMap((one) => one.tags))].sort();
  const papers = [...new Set(threads.map(({ first }) => first.paper))];
  const heading = (label: string): ChoiceItem => ({ label, kind: vscode.QuickPickItemKind.Separator });
  const items: readonly ChoiceItem[] = [
    heading(vscode.l10n.t('Kind')),
    ...ANNOTATION_KINDS.map((kind) => ({ label: kindWord(kind), picked: filter.kinds.includes(kind), choice: { kind } })),
    heading(vscode.l10n.t('State')),
    ...THREAD_STATES.map((state) => ({ label: stateWord(state), picked: filter.states.includes(state), choice: { state } })),
    heading(vscode.l10n.t('Tag')),
    ...tags.map((tag) => ({ label: `#${tag}`, picked: filter.tags.includes(tag), choice: { tag } })),
    heading(vscode.l10n.t('Paper')),
    ...papers.map((paper) => ({ label: titleOf(paper), description: paper, picked: filter.papers.includes(paper), choice: { paper } })),
  ];
  const picked = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Show annotations that are'), canPickMany: true, matchOnDescription: true });
  const choices = picked?.flatMap(({ choice }) => choice ?? []);
  return (
    choices && {
      kinds: choices.flatMap((choice) => ('kind' in choice ? [choice.kind] : [])),
      states: choices.flatMap((choice) => ('state' in choice ? [choice.state] : [])),
      tags: choices.flatMap((choice) => ('tag' in choice ? [choice.tag] : [])),
      papers: choices.flatMap((choice) => ('paper' in choice ? [choice.paper] : [])),
    }
  );
}

export async function pickVersion({ here, other }: AnnotationConflict): Promise<Annotation | undefined> {
  const items = [here, other].map((version) => ({
    label: labelOf(version),
    description: version.modified,
    detail: [...(version.kind === undefined ? [] : [kindWord(version.kind)]), ...version.tags.map((tag) => `#${tag}`)].join(' '),
    version,
  }));
  return (await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Which version is to stay?') }))?.version;
}
