import type { SearchDocument } from './document';
import type { SearchHit } from './hit';
import type { IndexAnswer, IndexQuery } from './index-query';
import { parseQuery } from './query';
import { MIN_CANDIDATES } from './rank';
import type { SearchQuery } from './search-query';
import { snippetOf } from './snippet';
import { textCheck } from './text-conditions';

/** Candidates asked for at first where some may fail a condition on their text. */
const POOL = 1_000;

/** Documents with an index over them. */
export interface SearchedCorpus<D extends SearchDocument, A extends IndexAnswer> {
  readonly documents: readonly D[];
  ask(query: IndexQuery): Promise<A>;
  /** A byte for each document: 1 for those that hold every telling word of a text in some form. */
  holding(text: string): Promise<Uint8Array>;
  /** Hits for the best candidates of an answer. */
  finish(answer: A, documents: readonly D[], limit: number): readonly SearchHit[];
}

export interface FindOptions<D> {
  /** Only these documents: what the facets of the query say. */
  readonly fits: (document: D) => boolean;
  readonly limit: number;
  /** Which document comes first in a list that no word ranks. */
  readonly compare: (one: D, other: D) => number;
}

export interface Found<A> {
  /** Best first. */
  readonly hits: readonly SearchHit[];
  /** What the index said; `undefined` where the query has no words and it was not asked. */
  readonly answer: A | undefined;
}

/** The documents for a query. One without words, such as `is:starred -survey`, lists all that fit. */
export async function findDocuments<D extends SearchDocument, A extends IndexAnswer>(
  query: SearchQuery,
  corpus: SearchedCorpus<D, A>,
  options: FindOptions<D>,
): Promise<Found<A>> {
  const { documents } = corpus;
  const { fits, limit, compare } = options;
  if (parseQuery(query.text).length === 0) {
    const isAsked = query.conditions.length > 0 || query.facets.length > 0;
    const listed = isAsked ? firstOf(documents.filter(fits).sort(compare), textCheck(query.conditions), limit) : [];
    return { hits: listed.map(listedHit), answer: undefined };
  }
  const allowed = query.facets.length > 0 ? { allowed: Uint8Array.from(documents, (document) => Number(fits(document))) } : {};
  const enough = Math.max(limit, MIN_CANDIDATES);
  const first = await corpus.ask({ text: query.text, limit: query.conditions.length > 0 ? Math.max(enough, POOL) : enough, ...allowed });
  const passed = passing(first, query, documents, enough);
  const isShort = passed.candidates.length < enough && query.conditions.length > 0 && first.candidates.length >= POOL;
  const answer = isShort ? passing(await corpus.ask({ text: query.text, limit: documents.length, ...allowed }), query, documents, enough) : passed;
  return { hits: corpus.finish(answer, documents, limit), answer };
}

/** All documents that a filter keeps: those that hold every word and fit. */
export async function documentsHolding<D extends SearchDocument>(
  query: SearchQuery,
  corpus: Pick<SearchedCorpus<D, IndexAnswer>, 'documents' | 'holding'>,
  fits: (document: D) => boolean,
): Promise<readonly D[]> {
  const held = parseQuery(query.text).length === 0 ? undefined : await corpus.holding(query.text);
  const holds = textCheck(query.conditions);
  return corpus.documents.filter((document, place) => (held === undefined || held[place] === 1) && fits(document) && holds(document));
}

/** The answer with the candidates that meet the conditions, up to as many as are enough. */
function passing<A extends IndexAnswer>(answer: A, { conditions }: SearchQuery, documents: readonly SearchDocument[], enough: number): A {
  if (conditions.length === 0) {
    return answer;
  }
  const holds = textCheck(conditions);
  const meets = ({ document: place }: IndexAnswer['candidates'][number]): boolean => {
    const document = documents[place];
    return document !== undefined && holds(document);
  };
  return { ...answer, candidates: firstOf(answer.candidates, meets, enough) };
}

/** The first items that are wanted: a look at a text is dear. */
function firstOf<T>(items: readonly T[], isWanted: (item: T) => boolean, most: number): readonly T[] {
  const wanted: T[] = [];
  for (const item of items) {
    if (wanted.length >= most) {
      break;
    }
    if (isWanted(item)) {
      wanted.push(item);
    }
  }
  return wanted;
}

function listedHit({ key, abstract }: SearchDocument): SearchHit {
  return { key, score: 0, title: [], snippet: snippetOf(abstract, []), corrections: [] };
}
