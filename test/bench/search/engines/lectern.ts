import { SearchEngine } from '../../../../src/core/search/engine';
import type { Engine } from '../engine';

interface Indexed {
  readonly engine: SearchEngine;
  readonly places: ReadonlyMap<string, number>;
}

export const lectern: Engine<Indexed> = {
  name: 'Lectern',
  build: (corpus) => ({ engine: SearchEngine.build(corpus), places: placesOf(corpus) }),
  save: ({ engine }) => engine.serialise(),
  load: (kept, corpus) => ({ engine: SearchEngine.load(kept as Uint8Array, corpus), places: placesOf(corpus) }),
  search: ({ engine, places }, query, limit) => engine.search(query, limit).map(({ key }) => places.get(key) ?? -1),
};

function placesOf(corpus: readonly { readonly key: string }[]): ReadonlyMap<string, number> {
  return new Map(corpus.map(({ key }, place) => [key, place]));
}
