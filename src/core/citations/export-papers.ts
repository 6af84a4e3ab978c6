import type { Paper } from '../papers/paper';
import { paperAsBibtex } from './bibtex';
import { papersAsCslJson } from './csl-json';
import { papersAsLecternJson } from './lectern-json';
import { papersAsMarkdownList } from './markdown-list';
import { papersAsRis } from './ris';

/** The forms in which papers leave Lectern. */
export const EXPORT_FORMATS = [
  { id: 'bibtex', description: 'BibTeX', extension: 'bib' },
  { id: 'csl-json', description: 'CSL-JSON', extension: 'json' },
  { id: 'ris', description: 'RIS', extension: 'ris' },
  { id: 'markdown', description: 'Markdown list', extension: 'md' },
  { id: 'lectern-json', description: 'Lectern JSON, with every field', extension: 'json' },
] as const;

export type ExportFormat = (typeof EXPORT_FORMATS)[number]['id'];

/** Papers as a text in the given form, in their order. */
export function exportPapers(papers: readonly Paper[], format: ExportFormat): string {
  switch (format) {
    case 'bibtex':
      return papers.map((paper) => paperAsBibtex(paper, { detail: 'record' })).join('\n');
    case 'csl-json':
      return papersAsCslJson(papers);
    case 'ris':
      return papersAsRis(papers);
    case 'markdown':
      return papersAsMarkdownList(papers);
    case 'lectern-json':
      return papersAsLecternJson(papers);
  }
}
