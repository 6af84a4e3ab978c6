import type { Paper } from '../papers/paper';
import { paperAsBibtex } from './bibtex';
import { papersAsCslJson } from './csl-json';
import type { WrittenForm } from './export-formats';
import { papersAsLecternJson } from './lectern-json';
import { papersAsMarkdownList } from './markdown-list';
import { papersAsRis } from './ris';

/** Papers as a text in the given form, in their order. */
export function exportPapers(papers: readonly Paper[], form: WrittenForm): string {
  switch (form) {
    case 'bibtex-citation':
      return papers.map((paper) => paperAsBibtex(paper)).join('\n');
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
