import * as vscode from 'vscode';
import { describeTarget } from '../../core/anchors/describe-target';
import { placeOfTarget } from '../../core/anchors/place-of-target';
import type { Anchor, TextRange, TextTarget } from '../../core/anchors/text-target';
import { annotationsIn, isStray } from '../../core/annotations/threads';
import type { Thread } from '../../core/annotations/annotation';
import { abstractStart } from '../../core/papers/markdown';
import type { Paper } from '../../core/papers/paper';

/** Where a thread stands in a paper's text; at the title where its words are not found, with why. */
export interface PlacedThread {
  readonly range: vscode.Range;
  readonly reason?: string;
}

/** The lines of the abstract. */
export function abstractRange(document: vscode.TextDocument, paper: Paper): vscode.Range {
  const start = abstractStart(paper);
  return new vscode.Range(document.positionAt(start), document.positionAt(start + paper.abstract.length));
}

/** Where a part of the abstract stands in the text of the paper. */
export function rangeInText(document: vscode.TextDocument, paper: Paper, { start, end }: TextRange): vscode.Range {
  const abstract = abstractStart(paper);
  return new vscode.Range(document.positionAt(abstract + start), document.positionAt(abstract + end));
}

export function placeThread(document: vscode.TextDocument, paper: Paper, thread: Thread): PlacedThread {
  const { target, detached } = thread.first;
  const title = document.lineAt(0).range;
  if (isStray(thread)) {
    return { range: title, reason: vscode.l10n.t('Reply to an annotation that is not there any more') };
  }
  if (detached) {
    return { range: title, reason: vscode.l10n.t('Detached from its place') };
  }
  if (target === undefined) {
    return { range: title };
  }
  const anchor = placeOfTarget(paper.abstract, target);
  switch (anchor.state) {
    case 'exact':
    case 'moved':
    case 'fuzzy': {
      return { range: rangeInText(document, paper, anchor.range), ...(anchor.state === 'exact' ? {} : { reason: changeOf(anchor) }) };
    }
    case 'ambiguous':
      return { range: title, reason: vscode.l10n.t('Its words are in the abstract several times') };
    case 'orphaned':
      return { range: title, reason: vscode.l10n.t('Its words are not in the abstract any more') };
  }
}

/** Why words are shown elsewhere than they stood, or other ones. */
function changeOf(anchor: Extract<Anchor, { readonly state: 'moved' | 'fuzzy' }>): string {
  return anchor.state === 'moved' ? vscode.l10n.t('Its words stand elsewhere now') : vscode.l10n.t('Its words were changed: these are {0} % like them', Math.round(anchor.score * 100));
}

/** What of the abstract is selected; a place without length means its line. `undefined` outside the abstract. */
export function targetOf(document: vscode.TextDocument, paper: Paper, range: vscode.Range): TextTarget | undefined {
  const abstract = abstractRange(document, paper);
  const wanted = range.isEmpty ? document.lineAt(range.start.line).range : range;
  const chosen = abstract.intersection(wanted);
  if (chosen === undefined || chosen.isEmpty) {
    return undefined;
  }
  const start = abstractStart(paper);
  return describeTarget(paper.abstract, { start: document.offsetAt(chosen.start) - start, end: document.offsetAt(chosen.end) - start });
}

/** Whether a thread holds an annotation. */
export function holds(thread: Thread, id: string): boolean {
  return annotationsIn(thread).some((annotation) => annotation.id === id);
}
