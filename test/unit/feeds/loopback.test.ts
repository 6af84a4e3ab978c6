import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { PoliteTransport } from '../../../src/core/network/polite-transport';
import { RateGate } from '../../../src/core/network/rate-gate';
import type { FeedSource } from '../../../src/core/feeds/feed';
import type { Transport } from '../../../src/core/network/transport';
import { HttpTransport } from '../../../src/platform/http';
import { Loopback } from '../network/loopback';
import { atom, atomError, dailyPapers, preprints, rss } from './answers';
import { FakeClock } from './fake-clock';
import { Followed } from './followed';

const NEWEST: FeedSource = { kind: 'daily-papers', by: 'newest' };
const RSS: FeedSource = { kind: 'arxiv-rss', categories: ['cs.CL', 'cs.LG'] };
const SEARCH: FeedSource = { kind: 'arxiv-search', search: 'cat:cs.CL' };

/** Checks of feeds with real requests to a real server; only the waits are not real. */
describe('a feed of a server on loopback', () => {
  let server: Loopback;
  let other: Loopback;

  before(async () => {
    server = await Loopback.start();
    other = await Loopback.start();
  });
  beforeEach(() => {
    server.reset();
    other.reset();
  });
  after(async () => {
    await server.stop();
    await other.stop();
  });

  /** @param timeouts of the first requests, for servers that keep silent */
  function follow(source: FeedSource, timeouts: readonly number[] = []): Followed {
    const polite = new PoliteTransport(new HttpTransport(), new RateGate(new FakeClock()), { protocols: ['http:'] });
    const limits = [...timeouts];
    const transport: Transport = { request: (request) => polite.request({ ...request, timeoutMs: limits.shift() ?? request.timeoutMs }) };
    const followed = new Followed(source, transport);
    followed.addresses = { huggingFace: server.base, arxivApi: server.base, arxivRss: server.base };
    return followed;
  }

  /** Answers the requests in turn, the last answer again and again. */
  function answers(...replies: readonly ((response: ServerResponse) => unknown)[]): void {
    let next = 0;
    server.answer = (_request, response) => replies[Math.min(next++, replies.length - 1)]?.(response);
  }

  const papers = (response: ServerResponse) => response.writeHead(200, { 'Content-Type': 'application/json' }).end(dailyPapers(['2601.00001', '2601.00002']));

  it('brings its papers', async () => {
    answers(papers);
    const { ended, added } = await follow(NEWEST).check();
    assert.deepEqual([ended, added, server.requests[0]?.url], ['done', 2, '/api/daily_papers?limit=100']);
  });

  it('brings them compressed', async () => {
    answers((response) => response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync(rss(['2601.00001']))));
    const { added } = await follow(RSS).check();
    assert.deepEqual([added, server.requests[0]?.url], [1, '/rss/cs.CL+cs.LG']);
  });

  it('brings them in pages, and later those that are new', async () => {
    let newest = 300;
    server.answer = (request, response) => {
      const start = Number(new URL(request.url ?? '', server.base).searchParams.get('start'));
      response.end(atom(preprints(newest, newest).slice(start, start + 100), newest, start));
    };
    const followed = follow(SEARCH);
    assert.equal((await followed.check()).added, 100);
    newest = 420;
    assert.equal((await followed.check()).added, 120);
    assert.equal(server.requests.length, 3);
  });

  it('has nothing new when it says 304', async () => {
    server.answer = (request, response) => {
      if (request.headers['if-none-match'] === '"a"') {
        response.writeHead(304).end();
      } else {
        response.writeHead(200, { ETag: '"a"' }).end(rss(['2601.00001']));
      }
    };
    const followed = follow(RSS);
    assert.equal((await followed.check()).added, 1);
    const { ended, added } = await followed.check();
    assert.deepEqual([ended, added, server.requests.length], ['done', 0, 2]);
  });

  it('is asked again after 500, after 429 when the server says, after a cut and after silence', async () => {
    const bad: readonly { readonly reply: (response: ServerResponse) => unknown; readonly timeouts?: readonly number[] }[] = [
      { reply: (response) => response.writeHead(500).end() },
      { reply: (response) => response.writeHead(429, { 'Retry-After': '9' }).end() },
      {
        reply: (response) => {
          response.writeHead(200, { 'Content-Length': '1000' });
          response.write('[{"pa', () => response.destroy());
        },
      },
      { reply: () => undefined, timeouts: [50] },
    ];
    for (const { reply, timeouts } of bad) {
      answers(reply, papers);
      const followed = follow(NEWEST, timeouts);
      assert.equal((await followed.check()).added, 2, String(reply));
      assert.equal(followed.clock.waits.length, 1);
    }
  });

  it('is left alone until the server wants', async () => {
    answers((response) => response.writeHead(429, { 'Retry-After': '3600' }).end());
    const followed = follow(NEWEST);
    await followed.check();
    assert.equal((await followed.check()).ended, 'waiting');
    assert.equal(server.requests.length, 1);
    assert.equal(followed.state.trouble?.serverUntil, '2026-01-09T13:00:00.000Z');
  });

  it('that never ends stops the check', async () => {
    answers((response) => void response.writeHead(200).write('['));
    const { ended, problem } = await follow(NEWEST, [50, 50]).check();
    assert.deepEqual([ended, problem?.kind], ['stopped', 'timeout']);
  });

  it('is followed when it moves on its host, not when it moves to another', async () => {
    server.answer = (request, response) => {
      if (request.url === '/moved') {
        response.end(rss(['2601.00001']));
      } else {
        response.writeHead(301, { Location: '/moved' }).end();
      }
    };
    assert.equal((await follow(RSS).check()).added, 1);

    answers((response) => response.writeHead(301, { Location: `${other.base}/rss` }).end());
    const { ended, problem } = await follow(RSS).check();
    assert.deepEqual([ended, problem?.kind, problem?.detail, other.requests.length], ['stopped', 'redirected', other.base, 0]);
  });

  it('that sends no list, half a list or an error says so', async () => {
    for (const [source, body, words] of [
      [NEWEST, '[{"paper":', /not a list of papers/u],
      [RSS, '<html><body>Sign in</body></html>', /not a list of papers/u],
      [SEARCH, atomError('incorrect id format for abc'), /^incorrect id format for abc$/u],
    ] as const) {
      answers((response) => response.end(body));
      const { ended, added, problem } = await follow(source).check();
      assert.deepEqual([ended, added, problem?.kind], ['stopped', 0, 'unusable']);
      assert.match(problem?.detail ?? '', words);
    }
  });

  it('that sends too much is cut short', async () => {
    answers((response) => response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync(Buffer.alloc(21 * 1024 * 1024, 0x20))));
    const { ended, problem } = await follow(RSS).check();
    assert.deepEqual([ended, problem?.kind, server.requests.length], ['stopped', 'too-large', 1]);
  });
});
