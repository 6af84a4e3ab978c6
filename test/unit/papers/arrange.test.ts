import assert from 'node:assert/strict';
import fc from 'fast-check';
import { arrange, GROUPINGS, neighbour, nextUnread, positionOf, SORTS, type Grouping, type PaperGroup, type Sort } from '../../../src/core/papers/arrange';
import { buildLibrary, Library } from '../../../src/core/papers/library';
import type { PaperFields } from '../../../src/core/papers/paper';
import { withReadings, type Readings } from '../../../src/core/papers/reading';
import { bundledDigest, digestOf } from './pages';

const paper = (title: string, fields: Partial<PaperFields> = {}): PaperFields => ({ title, abstract: '', ...fields });

const beta = paper('Beta', { published: '2024-05-01', organisation: { slug: 'zeta', name: 'Zeta Lab' }, comments: 3, upvotes: 1 });
const alpha = paper('Alpha 10', { published: '2025-01-01', organisation: { slug: 'acme', name: 'Acme' }, upvotes: 7 });
const gamma = paper('alpha 9', { comments: 8, year: 2023 });
const library = new Library(buildLibrary([digestOf('2025-02-01', [beta, alpha]), digestOf('2025-03-01', [gamma, alpha])]));
const readings: Readings = {
  beta: { status: 'read', starred: false, tags: ['vision', 'nlp/attention'] },
  'alpha-9': { status: 'reading', starred: true, tags: ['nlp'] },
};

function shown(grouping: Grouping, sort: Sort = 'digest', filter?: ReadonlySet<string>) {
  const { groups } = arrange(library, readings, { grouping, sort, ...(filter === undefined ? {} : { filter }) });
  return groups.map(({ id, papers }) => [id, ...papers.map(({ key }) => key)]);
}

describe('grouped papers', () => {
  it('by digest stand under each digest that lists them, newest digest first', () => {
    assert.deepEqual(shown('digest'), [
      ['digest:daily-papers-2025-03-01', 'alpha-10', 'alpha-9'],
      ['digest:daily-papers-2025-02-01', 'beta', 'alpha-10'],
    ]);
  });

  it('by year stand newest year first', () => {
    assert.deepEqual(shown('year'), [['year:2025', 'alpha-10'], ['year:2024', 'beta'], ['year:2023', 'alpha-9']]);
  });

  it('by organisation stand in order of names, those without last', () => {
    assert.deepEqual(shown('organisation'), [['organisation:acme', 'alpha-10'], ['organisation:zeta', 'beta'], ['organisation:', 'alpha-9']]);
  });

  it('by status stand unread first', () => {
    assert.deepEqual(shown('status'), [['status:unread', 'alpha-10'], ['status:reading', 'alpha-9'], ['status:read', 'beta']]);
  });

  it('by tag stand in order of names, tags under others inside those, those without last', () => {
    const outline = (groups: readonly PaperGroup[]): unknown[] => groups.map(({ id, size, groups: inner, papers }) => [id, size, ...outline(inner), ...papers.map(({ key }) => key)]);
    const { groups, order } = arrange(library, readings, { grouping: 'tag', sort: 'digest' });
    assert.deepEqual(outline(groups), [['tag:nlp', 2, ['tag:nlp/attention', 1, 'beta'], 'alpha-9'], ['tag:vision', 1, 'beta'], ['tag:', 1, 'alpha-10']]);
    assert.deepEqual(order, ['beta', 'alpha-9', 'alpha-10']);
  });

  it('by topic stand under each of their topics, the largest topic first, those without last', () => {
    const topics = {
      all: ['rag', 'code', 'nlp'].map((id) => ({ id, name: id.toUpperCase() })),
      ids: ({ key }: { key: string }) => (key === 'beta' ? ['rag', 'code'] : key === 'alpha-9' ? ['code'] : []),
    };
    const { groups } = arrange(library, readings, { grouping: 'topic', sort: 'digest', topics });
    assert.deepEqual(groups.map(({ id, papers }) => [id, ...papers.map(({ key }) => key)]), [['topic:code', 'beta', 'alpha-9'], ['topic:rag', 'beta'], ['topic:', 'alpha-10']]);
  });

  it('have labels as data, without words of a language', () => {
    const labels = (grouping: Grouping) => arrange(library, readings, { grouping, sort: 'digest' }).groups.map((group) => group.label);
    assert.deepEqual(GROUPINGS.map((grouping) => labels(grouping).at(-1)), [
      { kind: 'digest', digest: 'daily-papers-2025-02-01', title: 'Daily Papers, 2025-02-01' },
      { kind: 'topic' },
      { kind: 'year', year: '2023' },
      { kind: 'organisation' },
      { kind: 'status', status: 'read' },
      { kind: 'tag' },
      { kind: 'all' },
    ]);
    assert.deepEqual(labels('organisation')[0], { kind: 'organisation', name: 'Acme' });
    assert.deepEqual(arrange(library, readings, { grouping: 'tag', sort: 'digest' }).groups[0]?.groups[0]?.label, { kind: 'tag', tag: 'nlp/attention', name: 'attention' });
  });

  it('that a filter leaves out leave no empty groups', () => {
    assert.deepEqual(shown('year', 'digest', new Set(['beta', 'unknown'])), [['year:2024', 'beta']]);
    assert.deepEqual(shown('none', 'digest', new Set()), []);
  });
});

describe('sorted papers', () => {
  for (const [sort, keys] of [
    ['digest', ['beta', 'alpha-10', 'alpha-9']],
    ['title', ['alpha-9', 'alpha-10', 'beta']],
    ['newest', ['alpha-10', 'beta', 'alpha-9']],
    ['oldest', ['alpha-9', 'beta', 'alpha-10']],
    ['comments', ['alpha-9', 'beta', 'alpha-10']],
    ['upvotes', ['alpha-10', 'beta', 'alpha-9']],
  ] as const) {
    it(`by ${sort} are ${keys.join(', ')}`, () => assert.deepEqual(shown('none', sort), [['all', ...keys]]));
  }
});

describe('titles', () => {
  it('sort by letters without case and accents, and numbers by value', () => {
    const titles = ['Zeta', 'élan', 'Eland', 'GPT-10', 'gpt-9', 'α-Net', '“Quoted” First', 'BERT'];
    const sorted = arrange(new Library(buildLibrary([digestOf('2025-02-01', titles.map((title) => paper(title)))])), {}, { grouping: 'none', sort: 'title' });
    assert.deepEqual(sorted.groups[0]?.papers.map(({ title }) => title), ['BERT', 'élan', 'Eland', 'gpt-9', 'GPT-10', '“Quoted” First', 'Zeta', 'α-Net']);
  });

  it('are not sorted again when what is set on papers changes', () => {
    const first = arrange(library, {}, { grouping: 'none', sort: 'title' });
    const second = arrange(library, readings, { grouping: 'none', sort: 'title' });
    assert.equal(first.groups[0]?.papers, second.groups[0]?.papers);
  });
});

describe('the order of next and previous', () => {
  const arrangement = arrange(library, readings, { grouping: 'digest', sort: 'digest' });

  it('has each paper once', () => assert.deepEqual(arrangement.order, ['alpha-10', 'alpha-9', 'beta']));

  it('ends at both ends', () => {
    assert.equal(neighbour(arrangement, 'alpha-10', 'next'), 'alpha-9');
    assert.equal(neighbour(arrangement, 'beta', 'next'), undefined);
    assert.equal(neighbour(arrangement, 'beta', 'previous'), 'alpha-9');
    assert.equal(neighbour(arrangement, 'alpha-10', 'previous'), undefined);
    assert.equal(neighbour(arrangement, 'unknown', 'next'), undefined);
  });

  it('finds the next unread paper, starting over at the end', () => {
    assert.equal(nextUnread(arrangement, {}, undefined), 'alpha-10');
    assert.equal(nextUnread(arrangement, {}, 'beta'), 'alpha-10');
    assert.equal(nextUnread(arrangement, readings, 'beta'), 'alpha-10');
    assert.equal(nextUnread(arrangement, readings, 'alpha-10'), undefined);
    assert.equal(nextUnread(arrangement, withReadings(readings, ['beta'], () => ({ status: 'unread' })), 'alpha-10'), 'beta');
  });

  it('of the bundled digest is that of its page', () => {
    const bundled = new Library(buildLibrary([bundledDigest]));
    const { order } = arrange(bundled, {}, { grouping: 'digest', sort: 'digest' });
    assert.deepEqual(order.map((key) => bundled.paper(key)?.title), bundledDigest.papers.map(({ title }) => title));
  });
});

describe('any arrangement', () => {
  it('shows exactly the papers the filter lets through', () => {
    const bundled = new Library(buildLibrary([bundledDigest]));
    const keys = bundled.papers.map(({ key }) => key);
    fc.assert(
      fc.property(fc.constantFrom(...GROUPINGS), fc.constantFrom(...SORTS), fc.subarray(keys), (grouping, sort, chosen) => {
        const arrangement = arrange(bundled, {}, { grouping, sort, filter: new Set(chosen) });
        const { groups, order } = arrangement;
        assert.deepEqual([...order].sort(), [...chosen].sort());
        assert.equal(new Set(groups.map(({ id }) => id)).size, groups.length);
        assert.ok(groups.every(({ papers, size }) => papers.length === size && size > 0));
        order.slice(1).forEach((key, index) => assert.equal(neighbour(arrangement, key, 'previous'), order[index]));
        assert.ok(order.every((key, index) => positionOf(arrangement, key) === index));
      }),
    );
  });
});
