import type { SearchDocument } from './document';
import type { SearchHit } from './hit';
import type { IndexAnswer } from './index-query';
import { snippetOf } from './snippet';

/** Hits of an answer: those that came with it, else without marks. */
export function finish(answer: IndexAnswer & { readonly hits?: readonly SearchHit[] }, documents: readonly SearchDocument[], limit: number): readonly SearchHit[] {
  const known = new Map(answer.hits?.map((hit) => [hit.key, hit]));
  return answer.candidates.slice(0, limit).flatMap(({ document, score }) => {
    const found = documents[document];
    return found ? [known.get(found.key) ?? { key: found.key, score, title: [], snippet: snippetOf(found.abstract, []), corrections: [] }] : [];
  });
}
