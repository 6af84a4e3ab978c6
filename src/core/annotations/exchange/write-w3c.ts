import type { Json } from '../../papers/paper';
import { CONTEXT } from '../annotation-form';
import { annotationAsJson } from '../encode-annotation';
import type { ExportedPaper } from './exported-paper';
import { stableId } from './stable-id';
import { PAPERS_FIELD } from './w3c-reader';

/**
 * Annotations as a W3C Annotation Collection with all of them inside, one a line: just what their files say. What their papers are known
 * by stands beside them, so that another library finds its own.
 */
export function annotationsAsW3c(papers: readonly ExportedPaper[]): string {
  const annotations = papers.flatMap((paper) => paper.annotations);
  const id = `urn:uuid:${stableId('lectern-export', annotations.map((one) => one.id).join(' '))}`;
  const known = Object.fromEntries(papers.flatMap(({ key, paper }) => (paper === undefined ? [] : [[key, identityOf(paper)]])));
  const cover = JSON.stringify({ '@context': CONTEXT, id, type: 'AnnotationCollection', label: 'Annotations from Lectern', total: annotations.length, [PAPERS_FIELD]: known });
  const page = JSON.stringify({ id: `${id}#page`, type: 'AnnotationPage', startIndex: 0 });
  const lines = annotations.map((one) => {
    const { '@context': context, ...json } = annotationAsJson(one);
    return JSON.stringify(context === CONTEXT ? json : { '@context': context, ...json });
  });
  return `${cover.slice(0, -1)},"first":${page.slice(0, -1)},"items":[\n${lines.join(',\n')}\n]}}\n`;
}

function identityOf({ title, arxivId, doi, url }: NonNullable<ExportedPaper['paper']>): Json {
  return { title, ...(arxivId === undefined ? {} : { arxivId }), ...(doi === undefined ? {} : { doi }), ...(url === undefined ? {} : { url }) };
}
