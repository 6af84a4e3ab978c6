import assert from 'node:assert/strict';
import { Library } from '../../../src/core/papers/library';
import { emptyLibraryData } from '../../../src/core/papers/library-data';
import { withReadings, type Readings } from '../../../src/core/papers/reading';
import { UnreadCount } from '../../../src/core/papers/unread';
import { manyPapers } from './many-papers';

const library = (count: number) => new Library({ ...emptyLibraryData(), digests: [], papers: manyPapers(count) });
const read = (readings: Readings, ...keys: string[]) => withReadings(readings, keys, () => ({ status: 'read' }));

describe('the number of unread papers', () => {
  it('is that of all papers less those begun, whatever is set on papers that are not there', () => {
    const unread = new UnreadCount();
    assert.equal(unread.value, 0);
    unread.update(library(5), withReadings(read({}, 'p1', 'gone'), ['p2'], () => ({ starred: true })));
    assert.equal(unread.value, 4);
  });

  it('follows changes paper by paper', () => {
    const unread = new UnreadCount();
    const papers = library(5);
    unread.update(papers, {});
    unread.update(papers, read({}, 'p1', 'p2'), ['p1', 'p2', 'gone']);
    assert.equal(unread.value, 3);
    unread.update(papers, read({}, 'p2'), ['p1']);
    assert.equal(unread.value, 4);
  });

  it('is counted anew for another library', () => {
    const unread = new UnreadCount();
    unread.update(library(5), read({}, 'p1'));
    unread.update(library(7), read({}, 'p1'), []);
    assert.equal(unread.value, 6);
  });
});
