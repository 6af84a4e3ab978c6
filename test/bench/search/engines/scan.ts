import { peopleOf } from '../../../../src/core/search/document';
import { keptText, type Engine } from '../engine';

interface ScannedText {
  readonly title: string;
  readonly rest: string;
}

/** No index at all: the texts in lower case, and every word of the query looked for in each. */
export const scan: Engine<readonly ScannedText[]> = {
  name: 'plain scan',
  build: (corpus) =>
    corpus.map((document) => ({
      title: document.title.toLowerCase(),
      rest: `${document.abstract} ${peopleOf(document)}`.toLowerCase(),
    })),
  save: (texts) => JSON.stringify(texts),
  load: (kept) => JSON.parse(keptText(kept)) as readonly ScannedText[],
  search(texts, query, limit) {
    const words = query.toLowerCase().split(/\s+/).filter((word) => word !== '');
    const found: { readonly place: number; readonly inTitle: number }[] = [];
    texts.forEach(({ title, rest }, place) => {
      if (words.every((word) => title.includes(word) || rest.includes(word))) {
        found.push({ place, inTitle: words.filter((word) => title.includes(word)).length });
      }
    });
    return found.sort((a, b) => b.inTitle - a.inTitle).slice(0, limit).map(({ place }) => place);
  },
};
