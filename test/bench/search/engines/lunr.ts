import lunr from 'lunr';
import { peopleOf } from '../../../../src/core/search/document';
import { keptText, type Engine } from '../engine';

/** lunr as its own guide uses it: `lunr(…)`, and what was typed as the search string. */
export const lunrAsShipped: Engine<lunr.Index> = {
  name: 'lunr as shipped',
  build: (corpus) =>
    lunr((builder) => {
      builder.ref('place');
      builder.field('title');
      builder.field('abstract');
      builder.field('people');
      corpus.forEach((document, place) => {
        const { title, abstract } = document;
        builder.add({ place: String(place), title, abstract, people: peopleOf(document) });
      });
    }),
  save: (index) => JSON.stringify(index),
  load: (kept) => lunr.Index.load(JSON.parse(keptText(kept)) as object),
  search(index, query, limit) {
    try {
      return index.search(query).slice(0, limit).map(({ ref }) => Number(ref));
    } catch (error) {
      // lunr reads a colon or a caret in what was typed as its own syntax; its user then sees nothing.
      if (error instanceof lunr.QueryParseError) return [];
      throw error;
    }
  },
};
