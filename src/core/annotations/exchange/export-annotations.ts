import type { AnnotationFormat } from './annotation-format';
import type { ExportedPaper } from './exported-paper';
import { annotationsAsHypothesis } from './write-hypothesis';
import { annotationsAsMarkdown } from './write-markdown';
import { annotationsAsW3c } from './write-w3c';

/** Annotations as a text in the given form. */
export function exportAnnotations(papers: readonly ExportedPaper[], format: AnnotationFormat): string {
  switch (format) {
    case 'w3c':
      return annotationsAsW3c(papers);
    case 'hypothesis':
      return annotationsAsHypothesis(papers);
    case 'markdown':
      return annotationsAsMarkdown(papers);
  }
}
