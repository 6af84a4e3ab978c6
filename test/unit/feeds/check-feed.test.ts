import assert from 'node:assert/strict';
import { nextCheckAt } from '../../../src/core/feeds/schedule';
import { Cancelled } from '../../../src/core/network/cancel';
import { atom, atomError, dailyPapers, preprints, rss } from './answers';
import { Cancel } from './fake-clock';
import { FakeTransport, Followed, type Reply } from './followed';

const DAY_MS = 24 * 60 * 60 * 1000;
const OFFLINE: Reply = { failure: { kind: 'unreachable', detail: 'ENOTFOUND' } };

/** Answers of the Daily Papers API: one paper a list, named after its day or week. */
function aPaperADay(url: URL): Reply {
  const list = url.searchParams.get('date') ?? url.searchParams.get('week') ?? 'newest';
  return { body: dailyPapers([`2601.${list.replace(/\D/gu, '').slice(-5).padStart(5, '0')}`]) };
}

function search(newest: () => number): (url: URL) => Reply {
  return (url) => {
    const start = Number(url.searchParams.get('start'));
    const all = preprints(newest(), newest());
    return { body: atom(all.slice(start, start + 100), all.length, start) };
  };
}

describe('a check of Daily Papers by day', () => {
  it('fetches the days since the last check and imports them at once', async () => {
    const transport = new FakeTransport(aPaperADay);
    const followed = new Followed({ kind: 'daily-papers', by: 'day', from: '2026-01-07' }, transport);
    const result = await followed.check();
    assert.deepEqual(transport.paths, ['2026-01-07', '2026-01-08', '2026-01-09'].map((day) => `/api/daily_papers?date=${day}&limit=100`));
    assert.deepEqual([result.ended, result.added, result.problem], ['done', 3, undefined]);
    assert.deepEqual(result.digests, ['daily-papers-2026-01-07', 'daily-papers-2026-01-08', 'daily-papers-2026-01-09']);
    assert.equal(followed.imports.length, 1);

    followed.clock.pass(2 * DAY_MS);
    transport.requests.length = 0;
    await followed.check();
    assert.deepEqual(transport.paths, ['2026-01-09', '2026-01-10', '2026-01-11'].map((day) => `/api/daily_papers?date=${day}&limit=100`));
  });

  it('asks for a list that still grows with what the server said of it, and imports nothing when it is as it was', async () => {
    const transport = new FakeTransport((url, { headers }) =>
      headers?.['If-None-Match'] === '"a"' && headers['If-Modified-Since'] === 'Fri, 09 Jan 2026 11:00:00 GMT'
        ? { status: 304 }
        : { ...aPaperADay(url), headers: { etag: '"a"', 'last-modified': 'Fri, 09 Jan 2026 11:00:00 GMT' } },
    );
    const followed = new Followed({ kind: 'daily-papers', by: 'day' }, transport);
    assert.equal((await followed.check()).added, 1);
    const again = await followed.check();
    assert.deepEqual([again.ended, again.added, again.digests], ['done', 0, []]);
    assert.equal(followed.imports.length, 1);
    assert.deepEqual(followed.state.last?.digests, ['daily-papers-2026-01-09'], 'what the last check with papers brought is still known');
  });

  it('fetches all pages of a long list, and stops at a page that brings nothing new', async () => {
    const ids = preprints(900, 150);
    const transport = new FakeTransport((url) => {
      const page = Number(url.searchParams.get('p') ?? 0);
      return { body: dailyPapers(ids.slice(page * 100, page * 100 + 100)), headers: { etag: '"a"' } };
    });
    const followed = new Followed({ kind: 'daily-papers', by: 'day' }, transport);
    assert.equal((await followed.check()).added, 150);
    assert.equal(transport.requests.length, 2);
    assert.equal(followed.imports[0]?.length, 1, 'the pages are one digest');
    assert.deepEqual(followed.state.validators, {}, 'the first page says nothing of the second');

    const stuck = new FakeTransport(() => ({ body: dailyPapers(preprints(900, 100)) }));
    assert.equal((await new Followed({ kind: 'daily-papers', by: 'day' }, stuck).check()).added, 100);
    assert.equal(stuck.requests.length, 2);
  });

  it('takes an empty list for a day without papers', async () => {
    const followed = new Followed({ kind: 'daily-papers', by: 'day' }, new FakeTransport(() => ({ body: '[ ]\n' })));
    const { ended, added, problem } = await followed.check();
    assert.deepEqual([ended, added, problem, followed.imports.length], ['done', 0, undefined, 0]);
  });

  it('passes over a list that the server refuses, in its words, and tries it again the next time', async () => {
    let refused = true;
    const transport = new FakeTransport((url) =>
      refused && url.search.includes('01-08') ? { status: 400, body: '{"error":"No such day"}' } : aPaperADay(url),
    );
    const followed = new Followed({ kind: 'daily-papers', by: 'day', from: '2026-01-07' }, transport);
    const result = await followed.check();
    assert.deepEqual([result.ended, result.added], ['done', 2]);
    assert.deepEqual({ ...result.problem, at: '' }, { kind: 'status', host: 'huggingface.co', status: 400, detail: 'No such day', at: '' });
    assert.equal(followed.state.succeededAt, undefined);

    refused = false;
    transport.requests.length = 0;
    assert.equal((await followed.check()).added, 1);
    assert.deepEqual(transport.paths.map((path) => /date=([\d-]+)/u.exec(path)?.[1]), ['2026-01-08', '2026-01-09']);
    assert.deepEqual([followed.state.trouble, followed.state.periods], [undefined, { next: '2026-01-09', missed: [] }]);
  });

  it('stops when two lists in a row cannot be used', async () => {
    const transport = new FakeTransport(() => ({ body: '<html>Welcome to the hotel</html>' }));
    const followed = new Followed({ kind: 'daily-papers', by: 'day', from: '2026-01-01' }, transport);
    const result = await followed.check();
    assert.deepEqual([result.ended, result.problem?.kind, transport.requests.length], ['stopped', 'unusable', 2]);
    assert.match(result.problem?.detail ?? '', /not a list of papers/u);
  });

  it('does not take a list of another form for its own', async () => {
    const followed = new Followed({ kind: 'daily-papers', by: 'day' }, new FakeTransport(() => ({ body: rss(['2601.00001']) })));
    const { problem, added } = await followed.check();
    assert.deepEqual([problem?.kind, added], ['unusable', 0]);
    assert.match(problem?.detail ?? '', /arxiv-rss/u);
  });
});

describe('a check of Daily Papers by week', () => {
  it('fetches a list a week and names it after the week', async () => {
    const transport = new FakeTransport(aPaperADay);
    const followed = new Followed({ kind: 'daily-papers', by: 'week', from: '2026-01-01' }, transport);
    const { digests } = await followed.check();
    assert.deepEqual(transport.paths.map((path) => /week=([\dW-]+)/u.exec(path)?.[1]), ['2026-W01', '2026-W02']);
    assert.deepEqual(digests, ['daily-papers-2026-w01', 'daily-papers-2026-w02']);
    assert.deepEqual(followed.imports[0]?.map(({ title, date }) => [title, date]), [
      ['Daily Papers, week 1 of 2026', '2026-01-04'],
      ['Daily Papers, week 2 of 2026', '2026-01-11'],
    ]);
  });
});

describe('a check of an arXiv search', () => {
  it('brings one page the first time, later all that came since, as one digest', async () => {
    let newest = 500;
    const transport = new FakeTransport(search(() => newest));
    const followed = new Followed({ kind: 'arxiv-search', search: 'cat:cs.CL' }, transport);
    assert.equal((await followed.check()).added, 100);
    assert.deepEqual(followed.imports[0]?.map(({ id, title }) => [id, title]), [['followed-2026-01-09', 'Followed, 9 January 2026']]);

    newest = 730;
    const second = await followed.check();
    assert.deepEqual([second.added, transport.requests.length], [230, 4]);
    assert.deepEqual(second.digests, ['followed-2026-01-09'], 'what later checks of the day bring joins it');
    assert.deepEqual(followed.imports[1]?.map(({ papers, lines }) => [papers.length, lines.length]), [[230, 230]]);

    const third = await followed.check();
    assert.deepEqual([third.added, third.digests], [0, []]);
  });

  it('keeps what it fetched when it is cancelled, and goes on from there', async () => {
    let newest = 500;
    const cancel = new Cancel();
    const transport = new FakeTransport((url) => {
      if (url.searchParams.get('start') === '200' && newest === 900) {
        cancel.cancel();
      }
      return search(() => newest)(url);
    });
    const followed = new Followed({ kind: 'arxiv-search', search: 'cat:cs.CL' }, {
      request: async (request) => {
        const answer = await transport.request(request);
        return cancel.isCancellationRequested && request.cancel === cancel ? Promise.reject(new Cancelled()) : answer;
      },
    });
    await followed.check();
    newest = 900;
    const cancelled = await followed.check(cancel);
    assert.deepEqual([cancelled.ended, cancelled.added, cancelled.problem], ['cancelled', 200, undefined]);

    newest = 930;
    const rest = await followed.check();
    assert.deepEqual([rest.ended, rest.added], ['done', 230]);
    assert.equal(followed.library.size, 530);
  });

  it('shows the words of an error that comes as an entry, of whatever status', async () => {
    for (const status of [200, 400]) {
      const transport = new FakeTransport(() => ({ status, body: atomError('incorrect id format for abc') }));
      const { ended, problem } = await new Followed({ kind: 'arxiv-search', search: 'id:abc' }, transport).check();
      assert.deepEqual([ended, problem?.detail, transport.requests.length], ['stopped', 'incorrect id format for abc', 1]);
    }
  });

  it('asks again for a page that comes empty where there are results', async () => {
    let newest = 500;
    let empty = 1;
    const transport = new FakeTransport((url) =>
      url.searchParams.get('start') === '100' && empty-- > 0 ? { body: atom([], newest, 100) } : search(() => newest)(url),
    );
    const followed = new Followed({ kind: 'arxiv-search', search: 'cat:cs.CL' }, transport);
    await followed.check();
    newest = 650;
    assert.equal((await followed.check()).added, 150);
    assert.equal(followed.progress.filter(({ kind }) => kind === 'waiting').length, 1);
  });

  it('says when there was more than it fetches', async () => {
    let newest = 500;
    const followed = new Followed({ kind: 'arxiv-search', search: 'cat:cs.CL' }, new FakeTransport(search(() => newest)));
    await followed.check();
    newest = 5000;
    const { added, cutShort } = await followed.check();
    assert.deepEqual([added, cutShort], [1000, true]);
  });
});

describe('a check of arXiv announcements', () => {
  it('brings what is announced, and nothing on a day off', async () => {
    let today: readonly string[] = ['2601.00001', '2601.00002'];
    const followed = new Followed({ kind: 'arxiv-rss', categories: ['cs.CL', 'cs.LG'] }, new FakeTransport(() => ({ body: rss(today) })));
    assert.deepEqual((await followed.check()).digests, ['followed-2026-01-09']);
    today = [];
    const { ended, digests, problem } = await followed.check();
    assert.deepEqual([ended, digests, problem], ['done', [], undefined]);
  });
});

describe('a check that fails', () => {
  const source = { kind: 'daily-papers', by: 'newest' } as const;

  it('tries again after pauses that double, and succeeds', async () => {
    const replies: Reply[] = [{ status: 500 }, { status: 503 }, { status: 429 }, { body: dailyPapers(['2601.00001']) }];
    const followed = new Followed(source, new FakeTransport(() => replies.shift() ?? {}));
    assert.equal((await followed.check()).added, 1);
    assert.deepEqual(followed.clock.waits, [1000, 2000, 4000]);
    assert.equal(followed.state.trouble, undefined);
  });

  it('waits as long as the server asks', async () => {
    const replies: Reply[] = [{ status: 429, headers: { 'retry-after': '7' } }, { body: dailyPapers(['2601.00001']) }];
    const followed = new Followed(source, new FakeTransport(() => replies.shift() ?? {}));
    assert.equal((await followed.check()).added, 1);
    assert.deepEqual(followed.clock.waits, [7000]);
  });

  it('ends when the server asks for a long wait, and is not made before that by anybody', async () => {
    const transport = new FakeTransport(() => ({ status: 429, headers: { 'retry-after': '1800' } }));
    const followed = new Followed(source, transport);
    const { ended, problem } = await followed.check();
    assert.deepEqual([ended, problem?.kind, transport.requests.length, followed.clock.waits], ['stopped', 'busy', 1, []]);
    assert.equal(followed.state.trouble?.serverUntil, '2026-01-09T12:30:00.000Z');

    assert.equal((await followed.check()).ended, 'waiting');
    assert.equal(transport.requests.length, 1);
    followed.clock.pass(1800 * 1000);
    await followed.check();
    assert.equal(transport.requests.length, 2);
  });

  it('gives up after a few tries and leaves the feed alone for longer each time', async () => {
    const transport = new FakeTransport(() => ({ status: 500 }));
    const followed = new Followed(source, transport);
    const pauses: number[] = [];
    for (let check = 0; check < 10; check++) {
      await followed.check();
      pauses.push((Date.parse(followed.state.trouble?.until ?? '') - followed.clock.now()) / 60_000);
    }
    assert.equal(transport.requests.length, 10 * 5, 'one request and four more tries a check');
    assert.deepEqual(pauses, [5, 10, 20, 40, 80, 160, 320, 640, 720, 720]);
    const due = nextCheckAt({ id: 'a', title: 'A', source, schedule: { everyHours: 1 } }, followed.state);
    assert.equal(due, Date.parse(followed.state.trouble?.until ?? ''));
  });

  it('for want of a network ends soon, keeps what it had, and goes on when there is one', async () => {
    let online = true;
    const transport = new FakeTransport((url) => (online && !url.search.includes('01-09') ? aPaperADay(url) : OFFLINE));
    const followed = new Followed({ kind: 'daily-papers', by: 'day', from: '2026-01-07' }, transport);
    const { ended, added, problem } = await followed.check();
    assert.deepEqual([ended, added, problem?.kind], ['stopped', 2, 'unreachable']);
    assert.equal(followed.clock.waits.length, 2);

    online = false;
    assert.equal((await followed.check()).added, 0);
    transport.reply = aPaperADay;
    transport.requests.length = 0;
    assert.deepEqual([(await followed.check()).added, transport.requests.length], [1, 1]);
  });

  it('for a redirection or a too long answer is not tried again', async () => {
    for (const failure of [{ kind: 'redirected', to: 'https://elsewhere.example' }, { kind: 'too-large', maxBytes: 7 }] as const) {
      const transport = new FakeTransport(() => ({ failure }));
      const { ended, problem } = await new Followed(source, transport).check();
      assert.deepEqual([ended, problem?.kind, transport.requests.length], ['stopped', failure.kind, 1]);
    }
  });

  it('in the import leaves the state where it was: nothing is taken for fetched that is not in the library', async () => {
    const transport = new FakeTransport(aPaperADay);
    const followed = new Followed({ kind: 'daily-papers', by: 'day', from: '2026-01-08' }, transport);
    followed.adding = () => {
      throw new Error('The disk is full');
    };
    await assert.rejects(followed.check(), /disk is full/u);
    assert.deepEqual([followed.state.periods, followed.state.validators], [undefined, undefined]);

    followed.adding = () => undefined;
    assert.equal((await followed.check()).added, 2);
  });

  it('keeps the trouble before it when it is cancelled', async () => {
    const followed = new Followed(source, new FakeTransport(() => ({ status: 500 })));
    await followed.check();
    const before = followed.state.trouble;
    const cancel = new Cancel();
    cancel.cancel();
    const { ended, problem } = await followed.check(cancel);
    assert.deepEqual([ended, problem, followed.state.trouble], ['cancelled', undefined, before]);
  });
});

describe('a feed on a schedule', () => {
  const feed = { id: 'a', title: 'A', source: { kind: 'daily-papers', by: 'day' }, schedule: { everyHours: 6 } } as const;

  it('is due at once, then so many hours after its last check', () => {
    assert.equal(nextCheckAt(feed, {}), 0);
    assert.equal(nextCheckAt(feed, { checkedAt: '2026-01-09T12:00:00.000Z' }), Date.parse('2026-01-09T18:00:00Z'));
  });

  it('that is checked by hand is never due', () => {
    assert.equal(nextCheckAt({ ...feed, schedule: 'manual' }, {}), undefined);
  });
});
