import * as vscode from 'vscode';
import type { Paper } from '../../core/papers/paper';
import type { Citation } from '../../core/references/citation';
import { findCitations } from '../../core/references/find-citations';
import type { ReferenceLibrary } from '../../platform/reference-library';

/** Where papers are cited: files, on this machine or elsewhere, new ones, and cells of notebooks. */
export const CITING_DOCUMENTS: readonly vscode.DocumentFilter[] = ['file', 'untitled', 'vscode-vfs', 'vscode-remote', 'vscode-notebook-cell'].map((scheme) => ({ scheme }));

/** In UTF-16 units, about. Larger documents are data. */
const LARGEST = 2 * 1024 * 1024;

/** A citation of papers that the library has. */
export interface Cited {
  readonly range: vscode.Range;
  readonly citation: Citation;
  /** At least one. */
  readonly papers: readonly Paper[];
}

/** The citations of open documents. Each version of a document is read once. */
export class CitedDocuments {
  private readonly read = new WeakMap<vscode.TextDocument, { readonly version: number; readonly citations: readonly Citation[] }>();

  constructor(private readonly library: ReferenceLibrary) {}

  /** All that look like citations, known to the library or not. */
  citationsIn(document: vscode.TextDocument): readonly Citation[] {
    const before = this.read.get(document);
    if (before?.version === document.version) {
      return before.citations;
    }
    const citations = isCiting(document) ? findCitations(document.getText()) : [];
    this.read.set(document, { version: document.version, citations });
    return citations;
  }

  /** The citations of papers of the library, in order. */
  async in(document: vscode.TextDocument): Promise<readonly Cited[]> {
    return this.resolved(document, this.citationsIn(document));
  }

  /** The citation at a place, if its paper is in the library. */
  async at(document: vscode.TextDocument, position: vscode.Position): Promise<Cited | undefined> {
    const offset = document.offsetAt(position);
    const there = this.citationsIn(document).filter(({ start, end }) => start <= offset && offset <= end);
    return (await this.resolved(document, there))[0];
  }

  private async resolved(document: vscode.TextDocument, citations: readonly Citation[]): Promise<readonly Cited[]> {
    if (citations.length === 0) {
      return [];
    }
    const cited = await this.library.cited();
    return citations.flatMap((citation) => {
      const papers = cited.papersOf(citation);
      return papers.length === 0 ? [] : [{ range: rangeOf(document, citation), citation, papers }];
    });
  }
}

export function rangeOf(document: vscode.TextDocument, { start, end }: Pick<Citation, 'start' | 'end'>): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}

/** A digest lists papers and cites none. */
export function isCiting(document: vscode.TextDocument): boolean {
  const { uri, languageId, lineCount } = document;
  return (
    CITING_DOCUMENTS.some(({ scheme }) => scheme === uri.scheme) &&
    languageId !== 'lectern-digest' &&
    document.offsetAt(new vscode.Position(lineCount, 0)) <= LARGEST
  );
}
