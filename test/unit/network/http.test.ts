import assert from 'node:assert/strict';
import { once } from 'node:events';
import { gzipSync } from 'node:zlib';
import { Cancelled } from '../../../src/core/network/cancel';
import { LedgerTransport } from '../../../src/core/network/ledger';
import { HTTPS_ONLY } from '../../../src/core/network/policy';
import { PoliteTransport } from '../../../src/core/network/polite-transport';
import { RateGate } from '../../../src/core/network/rate-gate';
import { TransportError, type HttpRequest, type TransportFailure } from '../../../src/core/network/transport';
import { HttpTransport } from '../../../src/platform/http';
import { Cancel, FakeClock } from '../feeds/fake-clock';
import { Loopback } from './loopback';

const ON_LOOPBACK = { protocols: ['http:', 'https:'] };

describe('a request', () => {
  let server: Loopback;
  let other: Loopback;
  const clock = new FakeClock();
  const ledger = new LedgerTransport(new HttpTransport(), clock, () => undefined);
  const transport = new PoliteTransport(ledger, new RateGate(clock), ON_LOOPBACK);

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

  const get = (path: string, more: Partial<HttpRequest> = {}) => transport.request({ url: `${server.base}${path}`, maxBytes: 1000, timeoutMs: 5000, ...more });
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

  async function failure(of: Promise<unknown>): Promise<TransportFailure> {
    try {
      await of;
    } catch (error) {
      assert.ok(error instanceof TransportError, String(error));
      return error.failure;
    }
    return assert.fail('There was an answer.');
  }

  it('brings status, headers in lower case and body, of any status', async () => {
    server.answer = (_request, response) => response.writeHead(404, { 'X-Why': 'gone', ETag: '"a"' }).end('nothing here');
    const { status, headers, bytes, url } = await get('/a?b=c');
    assert.deepEqual([status, headers['x-why'], headers['etag'], text(bytes), url], [404, 'gone', '"a"', 'nothing here', `${server.base}/a?b=c`]);
  });

  it('sends its headers, and nothing that says who asks', async () => {
    server.answer = (_request, response) => response.end();
    await get('/', { headers: { 'If-None-Match': '"a"' } });
    const { headers = {} } = server.requests[0] ?? {};
    assert.equal(headers['if-none-match'], '"a"');
    assert.deepEqual([headers.cookie, headers.referer, headers.from, headers.authorization], [undefined, undefined, undefined, undefined]);
  });

  it('decompresses what comes compressed', async () => {
    server.answer = (_request, response) => response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync('a long story'));
    assert.equal(text((await get('/')).bytes), 'a long story');
  });

  it('ends at its bound, also when the answer is small until it is decompressed', async () => {
    server.answer = (_request, response) => response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync('x'.repeat(100_000)));
    assert.deepEqual(await failure(get('/')), { kind: 'too-large', maxBytes: 1000 });
    server.answer = (_request, response) => response.end('x'.repeat(1000));
    assert.equal((await get('/')).bytes.length, 1000);
  });

  it('ends at its bound while the server goes on and on, and lets go of it', async () => {
    const letGo = new Promise<void>((resolve) => {
      server.answer = (_request, response) => {
        const writing = setInterval(() => response.write('x'.repeat(600)), 1);
        response.on('close', () => {
          clearInterval(writing);
          resolve();
        });
      };
    });
    assert.deepEqual(await failure(get('/')), { kind: 'too-large', maxBytes: 1000 });
    await letGo;
  });

  it('ends at its time when the server says nothing', async () => {
    server.answer = () => undefined;
    assert.deepEqual(await failure(get('/', { timeoutMs: 50 })), { kind: 'timeout', afterMs: 50 });
  });

  it('ends at its time when the server begins and does not end', async () => {
    server.answer = (_request, response) => {
      response.writeHead(200);
      response.write('[');
    };
    assert.deepEqual(await failure(get('/', { timeoutMs: 50 })), { kind: 'timeout', afterMs: 50 });
  });

  it('that is cut off has no answer, however long it was to be', async () => {
    const whole = gzipSync('a long story');
    const half = whole.subarray(0, whole.length / 2);
    for (const [headers, begin] of [
      [{ 'Content-Length': '100' }, 'half'],
      [{ 'Content-Encoding': 'gzip', 'Content-Length': String(whole.length) }, half],
      [{ 'Content-Encoding': 'gzip' }, half],
      [{}, 'half'],
    ] as const) {
      server.answer = (_request, response) => {
        response.writeHead(200, headers);
        response.write(begin, () => response.destroy());
      };
      assert.equal((await failure(get('/'))).kind, 'unreachable', JSON.stringify(headers));
    }
  });

  it('to where nobody listens names the reason', async () => {
    const gone = await Loopback.start();
    await gone.stop();
    assert.deepEqual(await failure(get('', { url: gone.base })), { kind: 'unreachable', detail: 'ECONNREFUSED' });
  });

  it('that is cancelled ends at once, before it and while it waits', async () => {
    const cancel = new Cancel();
    server.answer = () => cancel.cancel();
    await assert.rejects(get('/', { cancel }), Cancelled);
    await assert.rejects(get('/', { cancel }), Cancelled);
    assert.equal(server.requests.length, 1);
  });

  it('follows a redirection to the same host, each step in its turn', async () => {
    server.answer = (request, response) =>
      request.url === '/old' ? response.writeHead(301, { Location: '/new?x=1' }).end() : response.end(`at ${request.url ?? ''}`);
    const waits = clock.waits.length;
    const { bytes, url } = await get('/old');
    assert.deepEqual([text(bytes), url], ['at /new?x=1', `${server.base}/new?x=1`]);
    assert.ok(clock.waits.length > waits, 'the second request waited for its turn');
  });

  it('follows none to another host, and does not ask that host', async () => {
    server.answer = (_request, response) => response.writeHead(302, { Location: `${other.base}/new` }).end();
    assert.deepEqual(await failure(get('/old')), { kind: 'redirected', to: other.base });
    assert.equal(other.requests.length, 0);
  });

  it('follows none to another protocol, to no address, or in a circle', async () => {
    const redirects = async (location: string) => {
      server.answer = (_request, response) => response.writeHead(307, { Location: location }).end();
      return failure(get('/old'));
    };
    assert.deepEqual(await redirects(server.base.replace('http:', 'https:')), { kind: 'redirected', to: server.base.replace('http:', 'https:') });
    assert.deepEqual(await redirects('file:///etc/passwd'), { kind: 'redirected', to: 'file:///etc/passwd' });
    assert.deepEqual(await redirects('http://'), { kind: 'redirected', to: 'http://' });
    server.reset();
    assert.equal((await redirects('/old')).kind, 'redirected');
    assert.equal(server.requests.length, 6);
  });

  it('is made to https alone, and never with a password in the address', async () => {
    const strict = new PoliteTransport(ledger, new RateGate(clock), HTTPS_ONLY);
    const ask = (url: string) => failure(strict.request({ url, maxBytes: 1, timeoutMs: 1 }));
    assert.deepEqual(await ask(server.base), { kind: 'not-allowed', reason: 'not-https' });
    assert.deepEqual(await ask('file:///etc/passwd'), { kind: 'not-allowed', reason: 'not-https' });
    assert.deepEqual(await ask('https://me:secret@127.0.0.1/'), { kind: 'not-allowed', reason: 'credentials' });
    assert.deepEqual(await ask('papers'), { kind: 'not-allowed', reason: 'not-an-address' });
    assert.equal(server.requests.length, 0);
  });

  it('is written down with its host, size and end', async () => {
    const written: number[] = [];
    const own = new LedgerTransport(new HttpTransport(), clock, () => written.push(1));
    const ask = (path: string) => own.request({ url: `${server.base}${path}`, maxBytes: 10, timeoutMs: 5000 });
    server.answer = (request, response) => response.end(request.url === '/long' ? 'x'.repeat(11) : 'four');
    await ask('/');
    await failure(ask('/long'));
    const { host } = new URL(server.base);
    assert.deepEqual(own.entries(), [{ host, requests: 2, bytes: 4, lastAt: clock.now(), last: 'failed' }]);
    assert.equal(written.length, 4);
  });

  it('leaves no timer and no connection behind that keeps a process alive', async () => {
    server.answer = (_request, response) => response.end('x'.repeat(2000));
    await failure(get('/'));
    const [request] = server.requests;
    assert.ok(request);
    if (!request.socket.destroyed) {
      await once(request.socket, 'close');
    }
  });
});
