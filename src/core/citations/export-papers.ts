import type { Paper } from '../papers/paper';
import { paperAsBibtex } from './bibtex';

/** The forms in which papers leave Lectern. */
export const EXPORT_FORMATS = [{ id: 'bibtex', description: 'BibTeX', extension: 'bib' }] as const;

export type ExportFormat = (typeof EXPORT_FORMATS)[number]['id'];

const WRITERS: Readonly<Record<ExportFormat, (papers: readonly Paper[]) => string>> = {
  bibtex: (papers) => papers.map((paper) => paperAsBibtex(paper)).join('\n'),
};

/** Papers as a text in the given form, in their order. */
export function exportPapers(papers: readonly Paper[], format: ExportFormat): string {
  return WRITERS[format](papers);
}
