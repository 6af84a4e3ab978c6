import type { SearchDocument } from './document';
import type { SearchHit } from './hit';
import type { IndexAnswer } from './index-query';

export function finish(answer: IndexAnswer & { readonly hits?: readonly SearchHit[] }, documents: readonly SearchDocument[], limit: number): readonly SearchHit[] {
  const wanted = new Set(answer.candidates.map(({ document }) => documents[document]?.key));
  return (answer.hits ?? []).filter(({ key }) => wanted.has(key)).slice(0, limit);
}
