import { peopleOf, type SearchDocument } from '../../../../src/core/search/document';
import { keptText, type Engine } from '../engine';
import { loadPeer } from '../peers';

/** What of MiniSearch 7 is used here; it is installed for the bench alone, so its own types are not at hand. */
interface MiniSearchIndex {
  addAll(documents: readonly object[]): void;
  search(query: string, options: object): readonly { readonly id: number }[];
}
interface MiniSearchModule {
  readonly default: {
    new (options: object): MiniSearchIndex;
    loadJSON(json: string, options: object): MiniSearchIndex;
  };
}

const OPTIONS = { fields: ['title', 'abstract', 'people'], idField: 'place' };

/** From this many letters on a slip is forgiven. */
const MIN_FUZZY_LENGTH = 4;

/** MiniSearch as its documentation advises for search as one types: the last word may be a beginning, titles count more. */
const SEARCH = {
  boost: { title: 3 },
  prefix: (_term: string, place: number, terms: readonly string[]) => place === terms.length - 1,
  fuzzy: (term: string) => (term.length >= MIN_FUZZY_LENGTH ? 0.2 : false),
};

export async function miniSearch(): Promise<Engine<MiniSearchIndex>> {
  const { default: MiniSearch } = await loadPeer<MiniSearchModule>('minisearch');
  return {
    name: 'MiniSearch',
    build(corpus) {
      const index = new MiniSearch(OPTIONS);
      index.addAll(corpus.map(row));
      return index;
    },
    save: (index) => JSON.stringify(index),
    load: (kept) => MiniSearch.loadJSON(keptText(kept), OPTIONS),
    search: (index, query, limit) => index.search(query, SEARCH).slice(0, limit).map(({ id }) => id),
  };
}

function row(document: SearchDocument, place: number): object {
  const { title, abstract } = document;
  return { place, title, abstract, people: peopleOf(document) };
}
