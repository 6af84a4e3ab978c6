import * as vscode from 'vscode';
import type { Annotation, AnnotationKind } from '../../core/annotations/annotation';
import type { ThreadState } from '../../core/annotations/annotation-filter';

const LONGEST_LABEL = 100;

export function kindWord(kind: AnnotationKind): string {
  const words: Record<AnnotationKind, string> = {
    claim: vscode.l10n.t('Claim'),
    question: vscode.l10n.t('Question'),
    critique: vscode.l10n.t('Critique'),
    idea: vscode.l10n.t('Idea'),
    todo: vscode.l10n.t('To do'),
  };
  return words[kind];
}

export function stateWord(state: ThreadState): string {
  const words: Record<ThreadState, string> = {
    open: vscode.l10n.t('Open'),
    resolved: vscode.l10n.t('Resolved'),
    detached: vscode.l10n.t('Detached'),
    machine: vscode.l10n.t('Made by a program'),
  };
  return words[state];
}

/** Who wrote it, as far as it is known. */
export function authorWord({ creator, generator }: Annotation): string {
  return creator ?? (generator === undefined ? vscode.l10n.t('You') : vscode.l10n.t('{0} (program)', generator));
}

/** An annotation in one line: its comment, else the words it is on. */
export function labelOf({ comment, target }: Pick<Annotation, 'comment' | 'target'>): string {
  const text = comment.trim() === '' ? (target?.exact ?? '') : comment;
  const line = text.replace(/\s+/gu, ' ').trim();
  if (line === '') {
    return vscode.l10n.t('(no words)');
  }
  return line.length > LONGEST_LABEL ? `${line.slice(0, LONGEST_LABEL - 1)}…` : line;
}
