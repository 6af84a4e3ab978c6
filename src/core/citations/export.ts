import type { Paper } from '../papers/paper';
import { paperAsBibtex } from './bibtex';

/** A form that papers are exported in. */
export interface ExportFormat {
  readonly id: 'bibtex';
  /** For the reader. */
  readonly label: string;
  /** File name ending, without the dot. */
  readonly extension: string;
}

export const EXPORT_FORMATS: readonly ExportFormat[] = [{ id: 'bibtex', label: 'BibTeX', extension: 'bib' }];

const WRITERS: Readonly<Record<ExportFormat['id'], (papers: readonly Paper[]) => string>> = {
  bibtex: (papers) => papers.map(paperAsBibtex).join('\n'),
};

/** Papers as the text of one file, in the order given. */
export function exportPapers(papers: readonly Paper[], format: ExportFormat['id']): string {
  return WRITERS[format](papers);
}
