import assert from 'node:assert/strict';
import type { Paper } from '../../../src/core/papers/paper';
import { paperCheck, recordCheck, type PaperFacts, type RecordFacts } from '../../../src/core/search/facets';
import { parseSearchQuery } from '../../../src/core/search/query-syntax';

const FLASH = 'FlashAttention: Fast and Memory-Efficient Exact Attention with IO-Awareness';

function aPaper(fields: Partial<Paper>): Paper {
  return { key: 'paper', title: 'A Title', abstract: 'An abstract.', digests: [], sources: {}, ...fields };
}

const facts: PaperFacts = {
  readings: {
    read: { status: 'read', starred: true, tags: [] },
    begun: { status: 'reading', starred: false, tags: [] },
    tagged: { status: 'unread', starred: false, tags: ['to cite', 'kernels/attention'] },
  },
  digests: new Map([
    ['daily-papers-2026-01-09', { id: 'daily-papers-2026-01-09', source: 'daily-papers', title: 'Daily Papers, 9 January 2026' }],
    ['thesis', { id: 'thesis', source: 'bibtex', title: 'References of my thesis' }],
  ]),
  withNotes: new Set(['noted']),
  withAnnotations: new Set(['annotated']),
};

function fits(query: string, paper: Partial<Paper>): boolean {
  const { facets } = parseSearchQuery(query);
  assert.ok(facets.length > 0, `${query} is facets`);
  return paperCheck(facets, facts)(aPaper(paper));
}

/** Each query with a paper that fits and one that does not; the other way round after a minus. */
const cases: readonly (readonly [query: string, fitting: Partial<Paper>, other: Partial<Paper>])[] = [
  ['status:read', { key: 'read' }, { key: 'begun' }],
  ['status:unread', { key: 'nothing-set' }, { key: 'read' }],
  ['status:unread', { key: 'constructor' }, { key: 'begun' }],
  ['is:starred', { key: 'read' }, { key: 'begun' }],
  ['has:code', { abstract: 'Code is at https://github.com/a/b.' }, {}],
  ['has:code', { repository: 'https://github.com/a/b' }, { abstract: 'See https://a.example/b.' }],
  ['has:demo', { title: FLASH }, {}],
  ['has:notes', { key: 'noted' }, {}],
  ['has:annotations', { key: 'annotated' }, {}],
  ['has:abstract', {}, { abstract: ' ' }],
  ['kind:paper', {}, {}],
  ['year:2024', { published: '2024-12-31' }, { published: '2025-01-01' }],
  ['year:2024', { year: 2024 }, {}],
  ['year:2023..2024', { published: '2023-01-01' }, { published: '2022-12-31' }],
  ['year:2024..', { published: '2030-01-01' }, { published: '2023-12-31' }],
  ['year:..2024', { published: '2019-01-01' }, { year: 2025 }],
  ['after:2024-05', { published: '2024-05-01' }, { published: '2024-04-30' }],
  ['after:2024-05', { year: 2024 }, { year: 2023 }],
  ['after:2024-05-12', { published: '2024-05-12' }, { published: '2024-05-11' }],
  ['before:2025', { published: '2024-12-31' }, { published: '2025-01-01' }],
  ['before:2024-05', { year: 2024 }, { published: '2024-05-01' }],
  ['before:2024-01-01', { year: 2023 }, { year: 2024 }],
  ['org:hong', { organisation: { slug: 'cuhk', name: 'The Chinese University of Hong Kong' } }, {}],
  ['org:"Hong Kong"', { organisation: { slug: 'cuhk', name: 'The Chinese University of Hong Kong' } }, { organisation: { slug: 'kong', name: 'Kong Hong' } }],
  ['org:cuhk', { organisation: { slug: 'cuhk', name: 'The Chinese University of Hong Kong' } }, { organisation: { slug: 'hkust', name: 'HKUST' } }],
  ['org:nvid', { organisation: { slug: 'nvidia', name: 'NVIDIA' } }, { organisation: { slug: 'google', name: 'Google' } }],
  ['author:marjanovic', { authors: ['Bo Li', 'Ada Marjanović'] }, { authors: ['Bo Li'] }],
  ['author:"Tri Dao"', { authors: ['Tri Dao'] }, { authors: ['Tri Nguyen', 'Linh Dao'] }],
  ['tag:kernels', { key: 'tagged' }, { key: 'read' }],
  ['tag:"to cite"', { key: 'tagged' }, {}],
  ['in:daily-papers-2026-01-09', { digests: ['daily-papers-2026-01-09'] }, { digests: ['thesis'] }],
  ['in:thesis', { digests: ['thesis'] }, { digests: [] }],
  ['in:"9 January"', { digests: ['daily-papers-2026-01-09'] }, { digests: ['gone'] }],
  ['source:bibtex', { digests: ['daily-papers-2026-01-09', 'thesis'] }, { digests: ['daily-papers-2026-01-09'] }],
  ['key:flashattention ', { key: 'flashattention' }, { key: 'flashattention-2' }],
  ['key:flash', { key: 'flashattention' }, { key: 'a-flash' }],
];

describe('a facet', () => {
  for (const [query, fitting, other] of cases) {
    it(`${query} fits what it says, and after a minus the rest`, () => {
      assert.equal(fits(query, fitting), true);
      assert.equal(fits(`-${query}`, fitting), false);
      if (query !== 'kind:paper') {
        assert.equal(fits(query, other), false);
        assert.equal(fits(`-${query}`, other), true);
      }
    });
  }
});

describe('several facets', () => {
  it('narrow each other', () => {
    assert.equal(fits('status:read is:starred', { key: 'read' }), true);
    assert.equal(fits('status:reading is:starred', { key: 'begun' }), false);
    assert.equal(fits('after:2024 before:2025', { published: '2025-03-01' }), false);
    assert.equal(fits('tag:cite tag:kernels', { key: 'tagged' }), true);
    assert.equal(fits('tag:cite tag:other', { key: 'tagged' }), false);
  });

  it('mean either where a paper can be only one', () => {
    assert.equal(fits('status:read status:reading', { key: 'begun' }), true);
    assert.equal(fits('status:read status:reading', { key: 'new' }), false);
    assert.equal(fits('year:2019 year:2024', { published: '2019-06-16' }), true);
    assert.equal(fits('year:2019 year:2024', { published: '2020-06-16' }), false);
    assert.equal(fits('year:2024 after:2024-05', { published: '2024-04-01' }), false);
    assert.equal(fits('key:one key:two', { key: 'one' }), true);
  });

  it('none of them after a minus', () => {
    assert.equal(fits('-status:read -status:reading', { key: 'begun' }), false);
    assert.equal(fits('-status:read -status:reading', { key: 'new' }), true);
  });
});

describe('facets of notes and runs', () => {
  const fitsRecord = (query: string, record: Partial<RecordFacts>): boolean =>
    recordCheck(parseSearchQuery(query).facets)({ kind: 'note', papers: [], tags: [], ...record });

  it('are their kind, tags, day and papers', () => {
    assert.equal(fitsRecord('kind:note', {}), true);
    assert.equal(fitsRecord('kind:run', {}), false);
    assert.equal(fitsRecord('-kind:run', {}), true);
    assert.equal(fitsRecord('kind:run kind:note', { kind: 'run' }), true);
    assert.equal(fitsRecord('tag:idea', { tags: ['idea'] }), true);
    assert.equal(fitsRecord('after:2026-01-09', { date: '2026-01-10' }), true);
    assert.equal(fitsRecord('after:2026-01-09', {}), false);
    assert.equal(fitsRecord('key:hapo', { papers: ['flashattention', 'hapo'] }), true);
  });

  it('are not what only papers have', () => {
    for (const query of ['status:unread', 'is:starred', 'has:code', 'org:google', 'author:dao', 'in:thesis', 'source:arxiv ']) {
      assert.equal(fitsRecord(query, {}), false, query);
      assert.equal(fitsRecord(`-${query}`, {}), true, `-${query}`);
    }
  });
});
