import assert from 'node:assert/strict';
import fc from 'fast-check';
import { arrange, type Grouping, type Sort } from '../../../src/core/papers/arrange';
import { Library } from '../../../src/core/papers/library';
import { emptyLibraryData } from '../../../src/core/papers/library-data';
import type { Paper } from '../../../src/core/papers/paper';
import { MOST_ROWS, rangesIn, type Span } from '../../../src/core/papers/ranges';
import { withReadings, type Readings } from '../../../src/core/papers/reading';
import { MOST_OPEN, Rows, type Row } from '../../../src/core/papers/rows';
import { manyPapers } from './many-papers';

const digest = { id: 'daily-papers-2026-01-09', source: 'daily-papers', title: 'A digest' } as const;
const libraryOf = (papers: readonly Paper[]) => new Library({ ...emptyLibraryData(), digests: [digest], papers });

function shown(papers: readonly Paper[], grouping: Grouping, sort: Sort = 'digest', readings: Readings = {}) {
  const rows = new Rows();
  const library = libraryOf(papers);
  const show = (now: Readings) => rows.show(arrange(library, now, { grouping, sort }), grouping, sort);
  show(readings);
  return { rows, show };
}

/** Every row below one, those of papers in order, and the most rows in one place. */
function walk(rows: Rows, row?: Row): { papers: string[]; widest: number; all: Row[] } {
  const children = rows.children(row);
  const below = children.map((child) => (child.kind === 'paper' ? { papers: [child.paper.key], widest: 0, all: [] } : walk(rows, child)));
  return { papers: below.flatMap(({ papers }) => papers), widest: Math.max(children.length, ...below.map(({ widest }) => widest)), all: [...children, ...below.flatMap(({ all }) => all)] };
}

describe('the ranges of a long list', () => {
  it('are none while the rows fit into one place', () => {
    assert.deepEqual(rangesIn({ start: 0, end: MOST_ROWS }), []);
    assert.deepEqual(rangesIn({ start: 0, end: MOST_ROWS + 1 }), [{ start: 0, end: 100 }, { start: 100, end: 201 }]);
  });

  it('cover the list in order, and no place is ever too wide, however long it is', () => {
    const check = (span: Span): void => {
      const ranges = rangesIn(span);
      assert.ok(ranges.length <= MOST_ROWS);
      if (ranges.length === 0) {
        assert.ok(span.end - span.start <= MOST_ROWS);
        return;
      }
      assert.equal(ranges[0]?.start, span.start);
      assert.equal(ranges.at(-1)?.end, span.end);
      assert.ok(ranges.every(({ start, end }, index) => start < end && (index === 0 || ranges[index - 1]?.end === start)));
      ranges.slice(0, 2).forEach(check);
    };
    fc.assert(fc.property(fc.nat(1_000), fc.integer({ min: 1, max: 20_000_000 }), (start, size) => check({ start, end: start + size })));
  });
});

describe('the rows of a library', () => {
  it('are made as they are asked for, and hold every paper once in order', () => {
    const papers = manyPapers(1_000);
    const { rows } = shown(papers, 'digest');
    const [group] = rows.children();
    assert.equal(rows.count, 1);
    const ranges = rows.children(group);
    assert.deepEqual([ranges.length, rows.count], [5, 6]);
    const { papers: keys, widest } = walk(rows);
    assert.deepEqual(keys, papers.map(({ key }) => key));
    assert.ok(widest <= MOST_ROWS);
  });

  it('say what their ranges hold', () => {
    const papers = manyPapers(401);
    const label = (sort: Sort) => {
      const { rows } = shown(papers, 'none', sort);
      const [first] = rows.children();
      return first?.kind === 'range' ? first.label : undefined;
    };
    assert.deepEqual(label('digest'), { kind: 'places' });
    assert.deepEqual(label('title'), { kind: 'titles', first: 'Paper 0', last: 'Paper 132' });
    assert.deepEqual(label('oldest'), { kind: 'months', first: '2024-01', last: '2024-05' });
    assert.deepEqual(label('comments'), { kind: 'comments', first: 400, last: 268 });
    assert.deepEqual(label('upvotes'), { kind: 'upvotes' });
  });

  it('put many groups into ranges as well', () => {
    const papers = manyPapers(1_000).map((paper, index) => ({ ...paper, organisation: { slug: `o${index}`, name: `Lab ${index}` } }));
    const { rows } = shown(papers, 'organisation');
    const [first] = rows.children();
    assert.deepEqual(first?.kind === 'range' && first.label, { kind: 'groups', first: { kind: 'organisation', name: 'Lab 0' }, last: { kind: 'organisation', name: 'Lab 199' } });
    const { papers: keys, widest } = walk(rows);
    assert.equal(new Set(keys).size, papers.length);
    assert.ok(widest <= MOST_ROWS);
  });

  it('have ids of their own, and each knows the row it is in', () => {
    const readings = withReadings({}, ['p1', 'p2'], () => ({ tags: ['a', 'a/b', 'c'] }));
    for (const grouping of ['digest', 'year', 'tag', 'none'] as const) {
      const { rows } = shown(manyPapers(700), grouping, 'digest', readings);
      const { all } = walk(rows);
      assert.equal(new Set(all.map(({ id }) => id)).size, all.length);
      assert.equal(rows.count, all.length);
      for (const row of all) {
        assert.ok(rows.children(row.parent).includes(row), row.id);
      }
    }
  });

  it('are found for a paper with the rows above them, and no others are made', () => {
    const papers = manyPapers(100_000);
    for (const grouping of ['digest', 'year', 'none'] as const) {
      const { rows } = shown(papers, grouping);
      const paper = papers[77_777];
      assert.ok(paper);
      const row = rows.find(paper);
      assert.equal(row?.paper, paper);
      assert.ok(rows.children(row.parent).includes(row));
      assert.ok(rows.count < 1_000, `${rows.count} rows`);
    }
  });

  it('are not found for a paper that is not shown', () => {
    const { rows } = shown(manyPapers(10), 'year');
    const [other] = manyPapers(11).slice(10);
    assert.ok(other);
    assert.equal(rows.find(other), undefined);
  });

  it('begin open only while all fit into one place', () => {
    assert.equal(shown(manyPapers(MOST_OPEN), 'year').rows.opensGroups, true);
    assert.equal(shown(manyPapers(MOST_OPEN + 1), 'year').rows.opensGroups, false);
  });
});

describe('rows under another arrangement', () => {
  const papers = manyPapers(1_000);
  const read = (...keys: string[]) => withReadings({ p0: { status: 'read', starred: false, tags: [] } }, keys, () => ({ status: 'read' }));

  it('with the same groups stay, but for the groups that hold other papers', () => {
    const { rows, show } = shown(papers, 'status', 'digest', read('p1'));
    const [unread, done] = rows.children();
    const [range] = rows.children(unread);
    const before = rows.children(done);
    assert.deepEqual(show(read('p1', 'p2'))?.map(({ id }) => id), ['status:unread', 'status:read']);
    assert.deepEqual(rows.children(), [unread, done]);
    assert.equal(rows.children(unread)[0]?.id, range?.id);
    assert.deepEqual(rows.children(done).map(({ id }) => id), [...before.map(({ id }) => id), 'status:read/p2']);
    assert.deepEqual(show(read('p1', 'p2')), []);
  });

  it('that moved are those of their new place', () => {
    const { rows, show } = shown(papers, 'status', 'digest', read());
    const paper = papers[5];
    assert.ok(paper);
    rows.find(paper);
    show(read('p5'));
    assert.equal(rows.find(paper)?.id, 'status:read/p5');
    assert.deepEqual(rows.rowsOfPaper('p5').map(({ id }) => id), ['status:read/p5']);
  });

  it('are made anew when groups that were closed are open, and in another order', () => {
    const library = libraryOf(manyPapers(MOST_OPEN + 1));
    const rows = new Rows();
    const show = (sort: Sort, filter?: ReadonlySet<string>) => rows.show(arrange(library, {}, { grouping: 'digest', sort, ...(filter ? { filter } : {}) }), 'digest', sort);
    show('digest');
    assert.deepEqual(show('digest'), []);
    assert.equal(show('oldest'), undefined);
    assert.equal(show('oldest', new Set(['p1', 'p2'])), undefined);
    assert.deepEqual(show('oldest', new Set(['p2']))?.map(({ id }) => id), []);
    rows.children();
    assert.deepEqual(show('oldest', new Set(['p1']))?.map(({ id }) => id), ['digest:daily-papers-2026-01-09']);
  });

  it('with other groups are made anew', () => {
    const { rows, show } = shown(papers, 'status');
    rows.children();
    assert.equal(show(read()), undefined);
    assert.equal(rows.count, 0);
  });
});
