import { peopleOf, type SearchDocument } from '../../../../src/core/search/document';
import { keptText, type Engine } from '../engine';
import { loadPeer } from '../peers';

/** What of FlexSearch 0.8 is used here; it is installed for the bench alone, so its own types are not at hand. */
interface FieldIndex {
  add(place: number, text: string): void;
  search(query: string, options: object): readonly number[];
  export(keep: (name: string, data: string | undefined) => void): void | Promise<void>;
  import(name: string, data: string): void;
}
interface FlexSearchModule {
  readonly default: { readonly Index: new (options: object) => FieldIndex };
}

/** A field and what its ranks count. */
const FIELDS = [
  { weight: 3, textOf: ({ title }: SearchDocument) => title },
  { weight: 1, textOf: ({ abstract }: SearchDocument) => abstract },
  { weight: 1, textOf: peopleOf },
] as const;

/** Words may be typed halfway, and papers that hold most of the words are suggested. */
const OPTIONS = { tokenize: 'forward' };
const DEEP = 100;

/** Reciprocal rank fusion's usual constant. Source: Cormack, Clarke, Büttcher, SIGIR 2009. */
const RANK_CONSTANT = 60;

/** FlexSearch with an index a field, whose ranks are fused: its own Document index cannot weigh one field above another. */
export async function flexSearch(): Promise<Engine<readonly FieldIndex[]>> {
  const { default: FlexSearch } = await loadPeer<FlexSearchModule>('flexsearch');
  const empty = () => FIELDS.map(() => new FlexSearch.Index(OPTIONS));
  return {
    name: 'FlexSearch',
    build(corpus) {
      const indexes = empty();
      corpus.forEach((document, place) => {
        FIELDS.forEach(({ textOf }, field) => indexes[field]?.add(place, textOf(document)));
      });
      return indexes;
    },
    async save(indexes) {
      const parts: [number, string, string][] = [];
      for (const [field, index] of indexes.entries()) {
        await index.export((name, data) => {
          if (data !== undefined) parts.push([field, name, data]);
        });
      }
      return JSON.stringify(parts);
    },
    load(kept) {
      const indexes = empty();
      for (const [field, name, data] of JSON.parse(keptText(kept)) as [number, string, string][]) indexes[field]?.import(name, data);
      return indexes;
    },
    search(indexes, query, limit) {
      const scores = new Map<number, number>();
      FIELDS.forEach(({ weight }, field) => {
        indexes[field]?.search(query, { limit: DEEP, suggest: true }).forEach((place, rank) => {
          scores.set(place, (scores.get(place) ?? 0) + weight / (RANK_CONSTANT + rank));
        });
      });
      return [...scores].sort(([, a], [, b]) => b - a).slice(0, limit).map(([place]) => place);
    },
  };
}
