import { buildLibrary, Library } from '../../../src/core/papers/library';
import { SearchEngine, type SearchDocument } from '../../../src/core/search/engine';
import { bundledDigest } from '../papers/pages';

/** The 42 papers of the bundled digest, under the keys that the library gives them. */
export const bundledPapers: readonly SearchDocument[] = new Library(buildLibrary([bundledDigest])).papers;

export const bundledEngine = SearchEngine.build(bundledPapers);

/** Keys found for a query, best first. */
export function keysFor(query: string, limit?: number): string[] {
  return bundledEngine.search(query, limit).map((hit) => hit.key);
}

export function aDocument(fields: Partial<SearchDocument> = {}): SearchDocument {
  return { key: 'paper', title: 'A Title', abstract: 'An abstract.', ...fields };
}
