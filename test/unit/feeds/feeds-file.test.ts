import assert from 'node:assert/strict';
import fc from 'fast-check';
import { newFeedId, sameSource, type Feed, type FeedSource } from '../../../src/core/feeds/feed';
import { parseFeeds, serialiseFeeds } from '../../../src/core/feeds/feeds-file';

const DAILY: Feed = { id: 'daily-papers-day', title: 'Daily Papers', source: { kind: 'daily-papers', by: 'day', from: '2026-01-01' }, schedule: { everyHours: 24 } };
const SEARCH: Feed = { id: 'arxiv-cat-cs-cl', title: 'arXiv cs.CL', source: { kind: 'arxiv-search', search: 'cat:cs.CL' }, schedule: 'manual' };
const RSS: Feed = { id: 'arxiv-cs-cl', title: 'arXiv cs.CL', source: { kind: 'arxiv-rss', categories: ['cs.CL', 'hep-th'] }, schedule: 'manual' };

const file = (feeds: unknown, more: object = {}) => JSON.stringify({ format: 'lectern-feeds', version: 1, feeds, ...more });

describe('the feeds file', () => {
  it('gives back what was followed, in its order', () => {
    const feeds = [DAILY, SEARCH, RSS];
    assert.deepEqual(parseFeeds(serialiseFeeds(feeds)), { feeds, problems: [], readOnly: false, extra: {}, broken: [] });
  });

  it('that is empty has no feeds', () => {
    for (const text of ['', ' \n', '\uFEFF']) {
      assert.deepEqual(parseFeeds(text), { feeds: [], problems: [], readOnly: false, extra: {}, broken: [] });
    }
  });

  it('keeps what this version does not know', () => {
    const text = file([{ ...RSS, colour: 'red', source: { ...RSS.source, language: 'en' } }], { smart: [1] });
    const parsed = parseFeeds(text);
    assert.deepEqual(parsed.problems, []);
    assert.deepEqual(JSON.parse(serialiseFeeds([...parsed.feeds, DAILY], parsed)), {
      format: 'lectern-feeds', version: 1, feeds: [{ ...RSS, colour: 'red', source: { ...RSS.source, language: 'en' } }, DAILY], smart: [1],
    });
  });

  it('of a newer Lectern can be read and not written', () => {
    const { feeds, problems, readOnly } = parseFeeds(file([DAILY], { version: 2 }));
    assert.deepEqual([feeds, readOnly], [[DAILY], true]);
    assert.match(problems[0] ?? '', /newer Lectern/u);
  });

  it('that cannot be read is not written over', () => {
    for (const text of ['{', '[]', 'null', '{"format":"other","version":1,"feeds":[]}', '{"format":"lectern-feeds","version":1,"feeds":{}}']) {
      const { feeds, problems, readOnly } = parseFeeds(text);
      assert.deepEqual([feeds, problems.length, readOnly], [[], 1, true], text);
    }
  });

  it('is read as far as it goes, and what is not understood is written again as it stands', () => {
    const bad = [
      { ...RSS, id: 'one', source: { kind: 'arxiv-rss', categories: ['../../etc'] } },
      { ...RSS, id: 'two', source: { kind: 'arxiv-rss', categories: [] } },
      { ...RSS, id: 'three', schedule: { everyHours: 0 } },
      { ...RSS, id: 'four', source: { kind: 'mail' } },
      { ...SEARCH, id: 'five', source: { kind: 'arxiv-search', search: 'a\nb' } },
      { ...DAILY, id: '../six' },
      7,
      { ...DAILY, title: 'Another of the same name' },
    ];
    const parsed = parseFeeds(file([DAILY, ...bad]));
    assert.deepEqual(parsed.feeds, [DAILY]);
    assert.equal(parsed.problems.length, bad.length);
    assert.deepEqual(parsed.broken, bad);
    assert.deepEqual((JSON.parse(serialiseFeeds(parsed.feeds, parsed)) as { feeds: unknown }).feeds, [DAILY, ...bad]);
  });

  it('whatever is in it, is read without an exception and never changes what was not understood', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), (entries) => {
        const parsed = parseFeeds(file(entries));
        const again = parseFeeds(serialiseFeeds(parsed.feeds, parsed));
        assert.deepEqual([again.feeds, again.broken], [parsed.feeds, parsed.broken]);
      }),
    );
    fc.assert(fc.property(fc.string(), (text) => parseFeeds(text).feeds.length === 0));
  });
});

describe('a new feed', () => {
  const category = fc.constantFrom('cs.CL', 'cs.LG', 'hep-th', 'cond-mat.mtrl-sci');
  const source: fc.Arbitrary<FeedSource> = fc.oneof(
    fc.constantFrom('day' as const, 'week' as const).map((by): FeedSource => ({ kind: 'daily-papers', by })),
    fc.string({ minLength: 1, maxLength: 100 }).map((search): FeedSource => ({ kind: 'arxiv-search', search })),
    fc.array(category, { minLength: 1 }).map((categories): FeedSource => ({ kind: 'arxiv-rss', categories })),
  );

  it('gets a name of its own that a file may have', () => {
    fc.assert(
      fc.property(source, fc.integer({ min: 0, max: 3 }), (one, others) => {
        const taken: string[] = [];
        for (let count = 0; count <= others; count++) {
          taken.push(newFeedId(one, taken));
        }
        assert.equal(new Set(taken).size, taken.length);
        taken.forEach((id) => assert.match(id, /^[a-z0-9][a-z0-9-]{0,99}$/u));
      }),
    );
  });

  it('is the same as one that asks for the same', () => {
    assert.ok(sameSource({ kind: 'arxiv-rss', categories: ['cs.CL', 'cs.LG'] }, { kind: 'arxiv-rss', categories: ['cs.LG', 'cs.CL', 'cs.CL'] }));
    assert.ok(sameSource({ kind: 'arxiv-search', search: ' a  b ' }, { kind: 'arxiv-search', search: 'a b' }));
    assert.ok(!sameSource({ kind: 'daily-papers', by: 'day' }, { kind: 'daily-papers', by: 'week' }));
    assert.ok(!sameSource({ kind: 'arxiv-rss', categories: ['cs.CL'] }, { kind: 'arxiv-search', search: 'cs.CL' }), 'an announcement is no search');
  });
});
