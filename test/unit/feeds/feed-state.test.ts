import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseFeedStates, serialiseFeedStates, stateOf, type FeedState } from '../../../src/core/feeds/feed-state';

const STATE: FeedState = {
  checkedAt: '2026-01-09T12:00:00.000Z',
  succeededAt: '2026-01-09T12:00:01.000Z',
  trouble: { problem: { kind: 'busy', host: 'export.arxiv.org', status: 429, at: '2026-01-09T12:00:00.000Z' }, failures: 2, until: '2026-01-09T12:30:00.000Z' },
  validators: { 'https://rss.arxiv.org/rss/cs.CL': { etag: '"a"' } },
  periods: { next: '2026-01-09', missed: ['2026-01-02'] },
  pages: { known: ['2601.00001'], partial: { head: ['2601.00009'], next: 100 } },
  last: { at: '2026-01-09T12:00:01.000Z', digests: ['a'], added: 3 },
};

describe('the states of feeds', () => {
  it('come back from their file as they were', () => {
    assert.deepEqual(parseFeedStates(serialiseFeedStates({ a: STATE, b: {} })), { a: STATE, b: {} });
  });

  it('are none where the file is broken, or of another version', () => {
    for (const text of ['', '{', '[]', 'null', '{"format":"lectern-feeds-state","version":2,"feeds":{"a":{}}}']) {
      assert.deepEqual(parseFeedStates(text), {}, text);
    }
  });

  it('are none for a feed whose state is broken, and those of the others stand', () => {
    const text = JSON.stringify({ format: 'lectern-feeds-state', version: 1, feeds: { a: { checkedAt: 'yesterday' }, b: STATE, c: { pages: { known: [1] } } } });
    assert.deepEqual(parseFeedStates(text), { b: STATE });
  });

  it('are read without an exception, whatever is in the file', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (feeds) => {
        const states = parseFeedStates(JSON.stringify({ format: 'lectern-feeds-state', version: 1, feeds }));
        assert.deepEqual(stateOf(states, 'constructor'), {});
      }),
    );
  });
});
