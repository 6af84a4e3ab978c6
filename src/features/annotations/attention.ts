import * as vscode from 'vscode';
import { describeTarget } from '../../core/anchors/describe-target';
import { placeOfTarget } from '../../core/anchors/place-of-target';
import type { Anchor, TextRange, TextTarget } from '../../core/anchors/text-target';
import type { Annotation, AnnotationChange, Thread } from '../../core/annotations/annotation';
import type { Paper } from '../../core/papers/paper';
import { ReaderError } from '../../platform/errors';
import { paperKeyOf } from '../../platform/paper-uri';
import { targetOf } from './paper-text';

/** How much of the text around a candidate is shown, in UTF-16 units. */
const AROUND = 40;

/** A thread whose words do not stand where they stood, or not for certain. */
export interface UncertainThread {
  readonly thread: Thread;
  readonly anchor: Exclude<Anchor, { readonly state: 'exact' }>;
}

/** Takes the place where the words were found for theirs. */
export function acceptance({ abstract }: Paper, { anchor }: UncertainThread): AnnotationChange {
  if (anchor.state === 'moved' || anchor.state === 'fuzzy') {
    return { target: describeTarget(abstract, anchor.range) };
  }
  throw new ReaderError(vscode.l10n.t('No place was found to accept. Relocate the annotation, or detach it.'));
}

/** Another place: one of several that fit, else what is selected in the paper’s text. */
export async function relocation(paper: Paper, annotation: Annotation): Promise<AnnotationChange | undefined> {
  const anchor = annotation.target && placeOfTarget(paper.abstract, annotation.target);
  const selected = selectedIn(paper);
  if (selected === undefined && anchor?.state !== 'ambiguous') {
    throw new ReaderError(vscode.l10n.t('Open the paper as text, select the words that the annotation belongs to, and relocate it again.'));
  }
  const candidates = anchor?.state === 'ambiguous' ? anchor.candidates.map((range) => ({ label: around(paper.abstract, range), target: describeTarget(paper.abstract, range) })) : [];
  const items = [...(selected === undefined ? [] : [{ label: selected.exact, description: vscode.l10n.t('the selection'), target: selected }]), ...candidates];
  const picked = items.length === 1 ? items[0] : await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Where does the annotation belong?') });
  return picked && { target: picked.target, detached: undefined };
}

function selectedIn(paper: Paper): TextTarget | undefined {
  const editor = vscode.window.activeTextEditor;
  return editor && !editor.selection.isEmpty && paperKeyOf(editor.document.uri) === paper.key ? targetOf(editor.document, paper, editor.selection) : undefined;
}

function around(text: string, { start, end }: TextRange): string {
  return `${text.slice(Math.max(0, start - AROUND), start)}【${text.slice(start, end)}】${text.slice(end, end + AROUND)}`.replace(/\s+/gu, ' ');
}
