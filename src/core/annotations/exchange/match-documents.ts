import { identityOf } from '../../papers/identity';
import type { Paper, PaperKey } from '../../papers/paper';
import type { ForeignDocument } from './foreign-annotation';

/**
 * The papers that documents are, by what tells papers apart: arXiv id, DOI, address, title, in this order. A document of which a library
 * has several papers by its title, or none, is left out: nothing is guessed. A key alone counts only where a document says nothing else.
 *
 * @param chosen what the user has said
 */
export function matchDocuments(documents: readonly ForeignDocument[], papers: readonly Paper[], chosen: ReadonlyMap<string, PaperKey>): ReadonlyMap<string, PaperKey> {
  const sought = new Map(documents.map((document) => [document, marksOf(document)]));
  const wanted = new Set([...sought.values()].flat());
  const found = new Map<string, Paper[]>();
  for (const paper of wanted.size === 0 ? [] : papers) {
    for (const mark of marksOfPaper(paper)) {
      if (wanted.has(mark)) {
        found.set(mark, [...(found.get(mark) ?? []), paper]);
      }
    }
  }
  return new Map(
    documents.flatMap((document) => {
      const candidates = (sought.get(document) ?? []).map((mark) => (found.get(mark) ?? []).filter((paper) => !contradicts(document, paper)));
      const [paper, ...others] = candidates.find((some) => some.length > 0) ?? [];
      const key = chosen.get(document.id) ?? (others.length === 0 ? paper?.key : undefined);
      return key === undefined ? [] : [[document.id, key] as const];
    }),
  );
}

function marksOf({ key, arxivId, doi, urls, title }: ForeignDocument): readonly string[] {
  const marks = [
    ...(arxivId === undefined ? [] : [`a${arxivId}`]),
    ...(doi === undefined ? [] : [`d${doi}`]),
    ...urls.map((url) => `u${plainAddress(url)}`),
    ...(title === undefined ? [] : [identityOf({ title, abstract: '' }).title]),
  ];
  return marks.length === 0 && key !== undefined ? [`k${key}`] : marks;
}

function marksOfPaper(paper: Paper): readonly string[] {
  const { key, url } = paper;
  return [...identityOf(paper).tokens, `k${key}`, ...(url === undefined ? [] : [`u${plainAddress(url)}`])];
}

/** Both have an identifier of one kind, and not the same. */
function contradicts(document: ForeignDocument, paper: Paper): boolean {
  const differ = (one: string | undefined, other: string | undefined) => one !== undefined && other !== undefined && one !== other;
  return differ(document.arxivId, paper.arxivId) || (document.arxivId === undefined && differ(document.doi, paper.doi));
}

/** An address without what does not tell pages apart. */
function plainAddress(url: string): string {
  return url.replace(/^https?:\/\/(?:www\.)?/iu, '').replace(/[#].*$/su, '').replace(/\/$/u, '').toLowerCase();
}
