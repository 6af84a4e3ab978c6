import assert from 'node:assert/strict';
import fc from 'fast-check';
import { arrange, GROUPINGS, neighbour, nextUnread, SORTS, type Grouping, type Sort } from '../../../src/core/papers/arrange';
import { buildLibrary, Library } from '../../../src/core/papers/library';
import type { PaperFields } from '../../../src/core/papers/paper';
import { withReading, type Readings } from '../../../src/core/papers/reading';
import { bundledDigest, digestOf } from './pages';

const paper = (title: string, fields: Partial<PaperFields> = {}): PaperFields => ({ title, abstract: '', ...fields });

const beta = paper('Beta', { published: '2024-05-01', organisation: { slug: 'zeta', name: 'Zeta Lab' }, comments: 3 });
const alpha = paper('Alpha 10', { published: '2025-01-01', organisation: { slug: 'acme', name: 'Acme' } });
const gamma = paper('alpha 9', { comments: 8 });
const library = new Library(buildLibrary([digestOf('2025-02-01', [beta, alpha]), digestOf('2025-03-01', [gamma, alpha])]));
const readings: Readings = { beta: { status: 'read', starred: false }, 'alpha-9': { status: 'reading', starred: true } };

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

  it('by year stand newest year first, undated last', () => {
    assert.deepEqual(shown('year'), [['year:2025', 'alpha-10'], ['year:2024', 'beta'], ['year:', 'alpha-9']]);
  });

  it('by organisation stand in order of names, those without last', () => {
    assert.deepEqual(shown('organisation'), [['organisation:acme', 'alpha-10'], ['organisation:zeta', 'beta'], ['organisation:', 'alpha-9']]);
  });

  it('by status stand unread first', () => {
    assert.deepEqual(shown('status'), [['status:unread', 'alpha-10'], ['status:reading', 'alpha-9'], ['status:read', 'beta']]);
  });

  it('have labels as data, without words of a language', () => {
    const labels = GROUPINGS.flatMap((grouping) => arrange(library, readings, { grouping, sort: 'digest' }).groups.map((group) => group.label));
    assert.deepEqual(labels.slice(0, 5), [
      { kind: 'digest', digest: 'daily-papers-2025-03-01', title: 'Daily Papers, 2025-03-01' },
      { kind: 'digest', digest: 'daily-papers-2025-02-01', title: 'Daily Papers, 2025-02-01' },
      { kind: 'year', year: '2025' },
      { kind: 'year', year: '2024' },
      { kind: 'year' },
    ]);
    assert.deepEqual(labels.slice(5), [
      { kind: 'organisation', name: 'Acme' },
      { kind: 'organisation', name: 'Zeta Lab' },
      { kind: 'organisation' },
      { kind: 'status', status: 'unread' },
      { kind: 'status', status: 'reading' },
      { kind: 'status', status: 'read' },
      { kind: 'all' },
    ]);
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
    ['oldest', ['beta', 'alpha-10', 'alpha-9']],
    ['comments', ['alpha-9', 'beta', 'alpha-10']],
  ] as const) {
    it(`by ${sort} are ${keys.join(', ')}`, () => assert.deepEqual(shown('none', sort), [['all', ...keys]]));
  }
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
    assert.equal(nextUnread(arrangement, withReading(readings, 'beta', { status: 'unread' }), 'alpha-10'), 'beta');
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
        const { groups, order } = arrange(bundled, {}, { grouping, sort, filter: new Set(chosen) });
        assert.deepEqual([...order].sort(), [...chosen].sort());
        assert.equal(new Set(groups.map(({ id }) => id)).size, groups.length);
        assert.ok(groups.every(({ papers }) => papers.length > 0));
        order.slice(1).forEach((key, index) => assert.equal(neighbour({ groups, order }, key, 'previous'), order[index]));
      }),
    );
  });
});
