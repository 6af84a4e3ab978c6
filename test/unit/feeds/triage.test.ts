import assert from 'node:assert/strict';
import { nextInTriage } from '../../../src/core/feeds/triage';
import { Library } from '../../../src/core/papers/library';
import { emptyLibraryData } from '../../../src/core/papers/library-data';
import type { Paper } from '../../../src/core/papers/paper';

function paper(key: string, published: string | undefined, digests: readonly string[]): Paper {
  return { key, title: key, abstract: '', digests, sources: {}, ...(published === undefined ? {} : { published }) };
}

const LIBRARY = new Library({
  ...emptyLibraryData(),
  papers: [
    paper('old', '2025-01-01', ['before']),
    paper('a', '2026-01-07', ['new']),
    paper('undated', undefined, ['new']),
    paper('b', '2026-01-08', ['before', 'new']),
    paper('c', '2026-01-06', ['other']),
  ],
});

describe('triage', () => {
  const keys = (readings: Parameters<typeof nextInTriage>[1], current?: string) => {
    const step = nextInTriage(LIBRARY, readings, ['new', 'other'], current);
    return step && [step.paper.key, step.place, step.total, step.unread];
  };

  it('begins with the newest unread paper of the last digests', () => {
    assert.deepEqual(keys({}), ['b', 1, 4, 4]);
    assert.deepEqual(keys({ b: { status: 'read', starred: false, tags: [] } }), ['a', 2, 4, 3]);
  });

  it('goes on after the open paper, those without a day last, and starts over at the end', () => {
    assert.deepEqual(keys({}, 'b'), ['a', 2, 4, 4]);
    assert.deepEqual(keys({}, 'c'), ['undated', 4, 4, 4]);
    assert.deepEqual(keys({}, 'undated'), ['b', 1, 4, 4]);
    assert.deepEqual(keys({}, 'old'), ['b', 1, 4, 4], 'a paper that is none of them is no place');
  });

  it('ends when none is left but the open one', () => {
    const read = { status: 'read', starred: false, tags: [] } as const;
    assert.equal(keys({ a: read, c: read, undated: { status: 'reading', starred: false, tags: [] } }, 'b'), undefined);
    assert.equal(nextInTriage(LIBRARY, {}, []), undefined);
  });
});
