import assert from 'node:assert/strict';
import { buildLibrary, Library } from '../../../src/core/papers/library';
import type { Paper } from '../../../src/core/papers/paper';
import { paperCheck } from '../../../src/core/search/facets';
import { documentsHolding, findDocuments, type SearchedCorpus } from '../../../src/core/search/find-documents';
import { SearchEngine, type SearchDocument } from '../../../src/core/search/engine';
import type { IndexAnswer, IndexQuery } from '../../../src/core/search/index-query';
import { parseQuery } from '../../../src/core/search/query';
import { parseSearchQuery } from '../../../src/core/search/query-syntax';
import { bundledDigest } from '../papers/pages';
import { aDocument, keysFor } from './bundled-papers';
import { JUDGED_QUERIES } from './fixtures/queries';

const library = new Library(buildLibrary([bundledDigest]));

/** A corpus over the engine that answers by itself. */
class EngineCorpus<D extends SearchDocument> implements SearchedCorpus<D, IndexAnswer & { readonly text: string }> {
  private readonly engine: SearchEngine;

  constructor(readonly documents: readonly D[]) {
    this.engine = SearchEngine.build(documents);
  }

  ask(query: IndexQuery): Promise<IndexAnswer & { readonly text: string }> {
    const places = new Map(this.documents.map(({ key }, place) => [key, place]));
    const candidates = this.engine
      .search(query.text, this.documents.length)
      .map(({ key, score }) => ({ document: places.get(key) ?? -1, score, complete: false, corrections: [] }))
      .filter(({ document }) => query.allowed === undefined || query.allowed[document] === 1);
    return Promise.resolve({ text: query.text, typed: parseQuery(query.text), words: [], candidates: candidates.slice(0, query.limit) });
  }

  holding(text: string): Promise<Uint8Array> {
    const keys = this.engine.holding(text);
    return Promise.resolve(Uint8Array.from(this.documents, ({ key }) => Number(keys.has(key))));
  }

  finish({ text, candidates }: IndexAnswer & { readonly text: string }, documents: readonly D[], limit: number): ReturnType<SearchEngine['search']> {
    const wanted = new Set(candidates.map(({ document }) => documents[document]?.key));
    return this.engine.search(text, documents.length).filter(({ key }) => wanted.has(key)).slice(0, limit);
  }
}

const papers = new EngineCorpus(library.papers);
const facts = {
  readings: { flashattention: { status: 'read', starred: true, tags: [] }, hapo: { status: 'read', starred: false, tags: [] } },
  digests: new Map(library.digests.map((digest) => [digest.id, digest])),
  withNotes: new Set(['hapo']),
  withAnnotations: new Set<string>(),
} as const;

function newestFirst(one: Paper, other: Paper): number {
  return (other.published ?? '').localeCompare(one.published ?? '');
}

async function found(query: string, limit = 50): Promise<string[]> {
  const read = parseSearchQuery(query);
  const { hits } = await findDocuments(read, papers, { fits: paperCheck(read.facets, facts), limit, compare: newestFirst });
  return hits.map(({ key }) => key);
}

async function held(query: string): Promise<string[]> {
  const read = parseSearchQuery(query);
  return (await documentsHolding(read, papers, paperCheck(read.facets, facts))).map(({ key }) => key);
}

const everyPaper = library.papers.map(({ key }) => key);

describe('finding papers', () => {
  it('ranks a query of plain words as the index does', async () => {
    for (const { q } of JUDGED_QUERIES) {
      assert.deepEqual(await found(q, 10), keysFor(q, 10), q);
    }
  });

  it('finds nothing for nothing, and for signs alone', async () => {
    assert.deepEqual([await found(''), await found('  '), await found('-'), await found('"…"')], [[], [], [], []]);
  });

  it('ranks only what the facets leave', async () => {
    const years = new Map(library.papers.map(({ key, published }) => [key, published?.slice(0, 4)]));
    const keys = await found('attention year:2024');
    assert.ok(keys.length > 1);
    assert.ok(keys.every((key) => years.get(key) === '2024'));
    assert.deepEqual(keys, (await found('attention ')).filter((key) => years.get(key) === '2024'));
    assert.deepEqual(await found('flash attention status:unread').then((all) => all.includes('flashattention')), false);
  });

  it('lists what fits, newest first, when there are no words', async () => {
    const keys = await found('year:2024');
    const dates = keys.map((key) => library.paper(key)?.published ?? '');
    assert.equal(keys.length, 17);
    assert.deepEqual(dates, [...dates].sort().reverse());
    assert.deepEqual(await found('is:starred'), ['flashattention']);
    assert.deepEqual((await found('status:read')).sort(), ['flashattention', 'hapo']);
    assert.equal((await found('year:2024', 5)).length, 5);
  });

  it('lists all but what a negation leaves out, when there are no words', async () => {
    const keys = await found('-mamba');
    assert.ok(!keys.includes('stuffed-mamba') && keys.includes('flashattention'));
    assert.ok(keys.length < everyPaper.length);
  });

  it('finds a phrase only where it stands', async () => {
    const keys = await found('"length generalization"');
    assert.ok(keys.length > 0);
    for (const key of everyPaper) {
      const paper = library.paper(key);
      const stands = `${paper?.title ?? ''} ${paper?.abstract ?? ''}`.toLowerCase().includes('length generalization');
      assert.equal(keys.includes(key), stands, key);
    }
  });

  it('narrows words by a negation, and by a field', async () => {
    const all = await found('longwriter ');
    assert.deepEqual(await found('longwriter -zero'), all.filter((key) => key !== 'longwriter-zero'));
    assert.deepEqual((await found('title:longwriter ')).sort(), ['longwriter', 'longwriter-zero']);
    assert.deepEqual(await found('abstract:google '), []);
  });

  it('looks further when too few candidates meet the conditions', async () => {
    const many = Array.from({ length: 1_500 }, (_, place) => aDocument({ key: `p${place}`, title: 'Cache', abstract: place === 1_400 ? 'Of keys, a cache.' : 'A cache of keys.' }));
    const asked: number[] = [];
    const corpus: SearchedCorpus<SearchDocument, IndexAnswer> = {
      documents: many,
      ask: ({ text, limit }) => {
        asked.push(limit);
        const candidates = many.slice(0, limit).map((_, document) => ({ document, score: 1, complete: true, corrections: [] }));
        return Promise.resolve({ typed: parseQuery(text), words: [], candidates });
      },
      holding: () => assert.fail('a search asks for candidates'),
      finish: ({ candidates }, documents) => candidates.map(({ document, score }) => ({ key: documents[document]?.key ?? '', score, title: [], snippet: { text: '', ranges: [] }, corrections: [] })),
    };
    const { hits } = await findDocuments(parseSearchQuery('"keys a cache"'), corpus, { fits: () => true, limit: 10, compare: () => 0 });
    assert.deepEqual(hits.map(({ key }) => key), ['p1400']);
    assert.deepEqual(asked, [1_000, 1_500]);
  });
});

describe('what a filter in the query language keeps', () => {
  it('is what holds every word and fits', async () => {
    assert.deepEqual(await held('  '), everyPaper);
    assert.deepEqual(await held('year:2024 '), everyPaper.filter((key) => library.paper(key)?.published?.startsWith('2024')));
    assert.deepEqual(await held('has:notes'), ['hapo']);
    assert.deepEqual(await held('has:demo flsh'), ['flashattention']);
    const others = await held('has:demo -flash');
    assert.ok(others.length > 0 && !others.includes('flashattention'));
    assert.deepEqual(await held('attention zzzzqqqq'), []);
    assert.ok((await held('-title:longwriter')).length === everyPaper.length - 2);
  });

  it('is what a search without limit finds, for a phrase', async () => {
    const query = '"context length" year:2024';
    assert.deepEqual((await held(query)).sort(), (await found(query, 1_000)).sort());
  });
});
