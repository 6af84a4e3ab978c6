import type { SearchDocument } from './document';
import { Highlighter, rangesOf } from './highlight';
import type { SearchHit } from './hit';
import type { IndexAnswer } from './index-query';
import { rank } from './rank';
import { snippetOf } from './snippet';

/** Each hit costs a look at its whole abstract. */
const MAX_LIMIT = 1_000;

/**
 * Hits of an index's answer, best first: by whoever holds the texts, the index does not.
 *
 * @param documents those that were indexed, in the same order
 * @param limit most hits to return, up to 1,000
 */
export function finish(answer: IndexAnswer, documents: readonly SearchDocument[], limit: number): readonly SearchHit[] {
  const most = Math.max(0, Math.min(Math.floor(limit), MAX_LIMIT));
  const highlighter = new Highlighter(answer.words);
  return rank(answer, documents, most).flatMap(({ document, score, corrections }) => {
    const found = documents[document];
    if (!found) {
      return [];
    }
    const { key, title, abstract } = found;
    return [{ key, score, title: rangesOf(highlighter.matches(title)), snippet: snippetOf(abstract, highlighter.matches(abstract)), corrections }];
  });
}
