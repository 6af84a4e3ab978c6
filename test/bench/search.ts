import { readFile } from 'node:fs/promises';
import lunr from 'lunr';
import { parseDailyPapersText } from '../../src/core/papers/formats/daily-papers-text';
import { buildLibrary, Library } from '../../src/core/papers/library';
import { peopleOf } from '../../src/core/search/document';
import { SearchEngine, type SearchDocument } from '../../src/core/search/engine';
import { JUDGED_QUERIES, type JudgedQuery } from '../unit/search/fixtures/queries';

/** One engine on one corpus. Times are wall clock of this process; compare them within one run only. */
export interface SearchBenchRow {
  readonly name: string;
  /** Mean over the queries of 1 / rank of the first right paper among ten, 0 without one. */
  readonly mrr10: number;
  /** Mean share of the right papers that are among the first ten. */
  readonly recall10: number;
  readonly buildMs: number;
  /** From what was kept to an engine that answers. */
  readonly loadMs: number;
  /** Of the queries cut off in their last word, as they are while being typed. */
  readonly prefixP50Ms: number;
  readonly prefixP95Ms: number;
  /** Of the queries of two words and more. */
  readonly multiP50Ms: number;
  readonly multiP95Ms: number;
}

export interface SearchBenchOptions {
  /** The bundled digest when absent. */
  readonly corpus?: readonly SearchDocument[];
  /** Queries with the keys that must be found; the judged queries over the bundled digest when absent. */
  readonly queries?: readonly JudgedQuery[];
}

/** What an engine keeps of its index between two starts. */
type Kept = string | Uint8Array;

function keptText(kept: Kept): string {
  return typeof kept === 'string' ? kept : new TextDecoder().decode(kept);
}

/** A search that can be built, kept and asked. */
interface Peer<Index> {
  readonly name: string;
  build(corpus: readonly SearchDocument[]): Index;
  save(index: Index): Kept;
  load(kept: Kept, corpus: readonly SearchDocument[]): Index;
  /** Keys, best first. */
  search(index: Index, query: string, limit: number): readonly string[];
}

const DEPTH = 10;

/** The quickest of these passes counts: the first ones also warm the engine, and others share the machine. */
const PASSES = 3;

/** Measures the compiled engine beside lunr as shipped and a plain scan. */
export async function benchSearch({ corpus, queries = JUDGED_QUERIES }: SearchBenchOptions = {}): Promise<SearchBenchRow[]> {
  const documents = corpus ?? (await bundledCorpus());
  return [measure(compiled, documents, queries), measure(lunrAsShipped, documents, queries), measure(scan, documents, queries)];
}

const compiled: Peer<SearchEngine> = {
  name: 'compiled',
  build: (corpus) => SearchEngine.build(corpus),
  save: (engine) => engine.serialise(),
  load: (kept, corpus) => SearchEngine.load(typeof kept === 'string' ? new TextEncoder().encode(kept) : kept, corpus),
  search: (engine, query, limit) => engine.search(query, limit).map(({ key }) => key),
};

const lunrAsShipped: Peer<lunr.Index> = {
  name: 'lunr as shipped',
  build: (corpus) =>
    lunr((builder) => {
      builder.ref('key');
      builder.field('title');
      builder.field('abstract');
      builder.field('people');
      for (const document of corpus) {
        const { key, title, abstract } = document;
        builder.add({ key, title, abstract, people: peopleOf(document) });
      }
    }),
  save: (index) => JSON.stringify(index),
  load: (kept) => lunr.Index.load(JSON.parse(keptText(kept)) as object),
  search(index, query, limit) {
    try {
      return index.search(query).slice(0, limit).map(({ ref }) => ref);
    } catch (error) {
      // lunr reads a colon or a caret in what was typed as its own syntax; its user then sees nothing.
      if (error instanceof lunr.QueryParseError) {
        return [];
      }
      throw error;
    }
  },
};

interface ScannedText {
  readonly key: string;
  readonly title: string;
  readonly rest: string;
}

const scan: Peer<readonly ScannedText[]> = {
  name: 'plain scan',
  build: (corpus) =>
    corpus.map((document) => ({
      key: document.key,
      title: document.title.toLowerCase(),
      rest: `${document.abstract} ${peopleOf(document)}`.toLowerCase(),
    })),
  save: (texts) => JSON.stringify(texts),
  load: (kept) => JSON.parse(keptText(kept)) as readonly ScannedText[],
  search(texts, query, limit) {
    const words = query.toLowerCase().split(/\s+/).filter((word) => word !== '');
    return texts
      .filter(({ title, rest }) => words.every((word) => title.includes(word) || rest.includes(word)))
      .map(({ key, title }) => ({ key, inTitle: words.filter((word) => title.includes(word)).length }))
      .sort((a, b) => b.inTitle - a.inTitle)
      .slice(0, limit)
      .map(({ key }) => key);
  },
};

function measure<Index>(peer: Peer<Index>, corpus: readonly SearchDocument[], queries: readonly JudgedQuery[]): SearchBenchRow {
  const built = timed(() => peer.build(corpus));
  const kept = peer.save(built.value);
  const loaded = timed(() => peer.load(kept, corpus));
  const search = (query: string): readonly string[] => peer.search(loaded.value, query, DEPTH);

  const answers = queries.map(({ q, truth }) => ({ truth, keys: search(q) }));
  const prefixes = queries.map(({ q }) => unfinished(q));
  const multi = queries.map(({ q }) => q).filter((query) => /\S\s+\S/.test(query));
  const prefixMs = prefixes.map((query) => quickest(() => search(query)));
  const multiMs = multi.map((query) => quickest(() => search(query)));
  return {
    name: peer.name,
    mrr10: mean(answers.map(({ truth, keys }) => reciprocalRank(truth, keys))),
    recall10: mean(answers.map(({ truth, keys }) => truth.filter((key) => keys.includes(key)).length / Math.min(DEPTH, truth.length))),
    buildMs: built.ms,
    loadMs: loaded.ms,
    prefixP50Ms: percentile(prefixMs, 0.5),
    prefixP95Ms: percentile(prefixMs, 0.95),
    multiP50Ms: percentile(multiMs, 0.5),
    multiP95Ms: percentile(multiMs, 0.95),
  };
}

/** The query without the second half of its last word. */
function unfinished(query: string): string {
  const lastWord = /\S*$/.exec(query)?.[0] ?? '';
  return query.slice(0, query.length - Math.floor(lastWord.length / 2));
}

function reciprocalRank(truth: readonly string[], keys: readonly string[]): number {
  const place = keys.findIndex((key) => truth.includes(key));
  return place < 0 ? 0 : 1 / (place + 1);
}

function timed<Value>(work: () => Value): { readonly value: Value; readonly ms: number } {
  const start = performance.now();
  const value = work();
  return { value, ms: performance.now() - start };
}

function quickest(work: () => unknown): number {
  return Math.min(...Array.from({ length: PASSES }, () => timed(work).ms));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

async function bundledCorpus(): Promise<readonly SearchDocument[]> {
  const page = await readFile('media/digest/daily-papers-2026-01-09.txt', 'utf8');
  return new Library(buildLibrary([parseDailyPapersText(page)])).papers;
}
