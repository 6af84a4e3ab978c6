import * as vscode from 'vscode';
import type { CodeTarget } from '../../core/anchors/code-target';
import type { TextTarget } from '../../core/anchors/text-target';
import type { Annotation } from '../../core/annotations/annotation';
import { annotationsIn } from '../../core/annotations/threads';
import type { Paper, PaperKey } from '../../core/papers/paper';
import { codeLinkId } from '../../platform/code-link-id';
import { ReaderError } from '../../platform/errors';
import type { Annotations, Papers } from '../../platform/stores';

/** What code is linked to: an annotation, or words of an abstract that become one. */
export type LinkedWords = { readonly paper: Paper } & ({ readonly annotation: Annotation; readonly instead?: CodeTarget } | { readonly target: TextTarget });

const LONGEST = 70;

/** Words in one short line. */
export function shortWords(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}

export function wordsOf({ target, comment }: Pick<Annotation, 'target' | 'comment'>): string {
  return shortWords(target?.exact ?? comment);
}

export function placeWords({ path, lines: { first, last } }: Pick<CodeTarget, 'path' | 'lines'>): string {
  return first === last ? `${path}:${first}` : `${path}:${first}–${last}`;
}

/** @throws ReaderError when the library does not have it */
export async function paperOf(papers: Papers, key: PaperKey): Promise<Paper> {
  const paper = (await papers.library()).paper(key);
  if (paper === undefined) {
    throw new ReaderError(vscode.l10n.t('This paper is not in the library any more.'));
  }
  return paper;
}

/** @throws ReaderError when it is gone */
export async function annotationOf(annotations: Annotations, paper: PaperKey, id: string): Promise<Annotation> {
  const found = (await annotations.threadsOf(paper)).flatMap(annotationsIn).find((annotation) => annotation.id === id);
  if (found === undefined) {
    throw new ReaderError(vscode.l10n.t('This annotation is not there any more.'));
  }
  return found;
}

/** Names a link of a paper. */
export interface LinkArgument {
  readonly paper: PaperKey;
  readonly link: string;
}

/** @throws ReaderError when it is gone */
export async function linkOf(annotations: Annotations, { paper, link }: LinkArgument): Promise<{ readonly annotation: Annotation; readonly target: CodeTarget }> {
  for (const annotation of (await annotations.threadsOf(paper)).flatMap(annotationsIn)) {
    const target = annotation.code?.find((one) => codeLinkId(annotation, one) === link);
    if (target !== undefined) {
      return { annotation, target };
    }
  }
  throw new ReaderError(vscode.l10n.t('This link is not there any more.'));
}
