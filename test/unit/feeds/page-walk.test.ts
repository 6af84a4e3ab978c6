import assert from 'node:assert/strict';
import fc from 'fast-check';
import { PAGE_SIZE } from '../../../src/core/feeds/feed-address';
import type { PagesState } from '../../../src/core/feeds/feed-state';
import { MOST_RESULTS, PageWalk } from '../../../src/core/feeds/page-walk';
import { preprints } from './answers';

/** Walks through results, at most so many pages, and gives what it took. */
function walk(results: readonly string[], before: PagesState | undefined, mostPages = Infinity): { walk: PageWalk; taken: string[]; pages: number } {
  const one = new PageWalk(before);
  const taken: string[] = [];
  let pages = 0;
  while (!one.done && pages < mostPages) {
    pages += 1;
    const ids = results.slice(one.start, one.start + PAGE_SIZE);
    taken.push(...ids.slice(0, one.take({ ids, count: ids.length, total: results.length })));
  }
  return { walk: one, taken, pages };
}

describe('a walk through the pages of a search', () => {
  it('is one page the first time', () => {
    const { taken, pages } = walk(preprints(500, 500), undefined);
    assert.equal(pages, 1);
    assert.deepEqual(taken, preprints(500, PAGE_SIZE));
  });

  it('ends at what the last one had', () => {
    const first = walk(preprints(500, 500), undefined);
    const { taken, pages, walk: second } = walk(preprints(730, 730), first.walk.state);
    assert.equal(pages, 3);
    assert.deepEqual(taken, preprints(730, 230));
    assert.equal(second.cutShort, false);
  });

  it('ends there also when the newest papers of the last one were withdrawn', () => {
    const first = walk(preprints(500, 500), undefined);
    const { taken } = walk(preprints(510, 510).filter((id) => id !== '2601.00500'), first.walk.state);
    assert.deepEqual(taken, preprints(510, 10));
  });

  it('goes no further than its bound', () => {
    const first = walk(preprints(500, 500), undefined);
    const { taken, walk: second } = walk(preprints(5000, 5000), first.walk.state);
    assert.equal(taken.length, MOST_RESULTS);
    assert.equal(second.cutShort, true);
    assert.equal(second.state.partial, undefined);
  });

  it('knows at the next time what it knew when there are no results at all', () => {
    const { walk: empty } = walk([], { known: ['2601.00001'] });
    assert.deepEqual(empty.state, { known: ['2601.00001'] });
  });

  it('that was broken off goes on where it stopped, wherever the newer papers pushed that', () => {
    const first = walk(preprints(500, 500), undefined);
    const broken = walk(preprints(900, 900), first.walk.state, 2);
    const { taken, pages } = walk(preprints(930, 930), broken.walk.state);
    assert.deepEqual(new Set([...broken.taken, ...taken]), new Set(preprints(930, 430)));
    assert.equal(pages, 4, 'the first page, and from where it stopped the three to what was known');
  });

  it('goes on where it stopped when the first page is as it was', () => {
    const first = walk(preprints(500, 500), undefined);
    const broken = walk(preprints(900, 900), first.walk.state, 2);
    const again = new PageWalk(broken.walk.state);
    again.unchanged();
    assert.equal(again.start, 2 * PAGE_SIZE);
    assert.equal(again.done, false);
  });

  it('is over when the first page is as it was and nothing was left', () => {
    const again = new PageWalk(walk(preprints(500, 500), undefined).walk.state);
    again.unchanged();
    assert.equal(again.done, true);
    assert.deepEqual(again.state, { known: preprints(500, 20) });
  });

  it('loses no paper, however often it is broken off and whatever comes meanwhile', () => {
    const round = fc.record({ arriving: fc.integer({ min: 0, max: 250 }), pages: fc.integer({ min: 1, max: 4 }) });
    fc.assert(
      fc.property(fc.array(round, { maxLength: 6 }), (rounds) => {
        let newest = 500;
        let state = walk(preprints(newest, newest), undefined).walk.state;
        const had = new Set(preprints(newest, PAGE_SIZE));
        for (const { arriving, pages } of [...rounds, { arriving: 0, pages: Infinity }]) {
          newest += arriving;
          const step = walk(preprints(newest, newest), state, pages);
          step.taken.forEach((id) => had.add(id));
          ({ state } = step.walk);
          if (step.walk.cutShort) {
            return; // More than a walk fetches: older ones are left out.
          }
        }
        assert.deepEqual(preprints(newest, newest - 500).filter((id) => !had.has(id)), []);
      }),
    );
  });
});
