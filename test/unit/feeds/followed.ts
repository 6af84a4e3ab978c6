import { checkFeed, type CheckProgress, type CheckResult, type CheckTools } from '../../../src/core/feeds/check-feed';
import type { Feed, FeedSource } from '../../../src/core/feeds/feed';
import { FEED_ADDRESSES, type FeedAddresses } from '../../../src/core/feeds/feed-address';
import type { FeedState } from '../../../src/core/feeds/feed-state';
import type { CancelSignal } from '../../../src/core/network/cancel';
import { TransportError, type HttpAnswer, type HttpRequest, type Transport, type TransportFailure } from '../../../src/core/network/transport';
import type { Digest } from '../../../src/core/papers/digest';
import { readAnswer } from './answers';
import { FakeClock } from './fake-clock';

export interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly failure?: TransportFailure;
}

/** Answers requests as a test says, and keeps them. */
export class FakeTransport implements Transport {
  readonly requests: HttpRequest[] = [];

  constructor(public reply: (url: URL, request: HttpRequest) => Reply) {}

  get paths(): readonly string[] {
    return this.requests.map(({ url }) => url.slice(url.indexOf('/', 8)));
  }

  request(request: HttpRequest): Promise<HttpAnswer> {
    this.requests.push(request);
    const { status = 200, headers = {}, body = '', failure } = this.reply(new URL(request.url), request);
    return failure === undefined
      ? Promise.resolve({ status, headers, bytes: new TextEncoder().encode(body), url: request.url })
      : Promise.reject(new TransportError(request.url, failure));
  }
}

/** A feed with its state and a library of ids: checked again and again as VS Code would. */
export class Followed {
  readonly clock = new FakeClock();
  readonly library = new Set<string>();
  /** What each check imported. */
  readonly imports: (readonly Digest[])[] = [];
  readonly progress: CheckProgress[] = [];
  state: FeedState = {};
  addresses: FeedAddresses = FEED_ADDRESSES;
  /** In place of the import. */
  adding: (digests: readonly Digest[]) => void = () => undefined;

  constructor(
    private readonly source: FeedSource,
    private readonly transport: Transport,
  ) {}

  async check(cancel?: CancelSignal): Promise<CheckResult> {
    const feed: Feed = { id: 'followed', title: 'Followed', source: this.source, schedule: 'manual' };
    const tools: CheckTools = {
      clock: this.clock,
      random: () => 1,
      transport: this.transport,
      addresses: this.addresses,
      read: readAnswer,
      add: (digests) => Promise.resolve(this.add(digests)),
      save: (state) => {
        // As through the file: what cannot be written is not kept.
        this.state = JSON.parse(JSON.stringify(state)) as FeedState;
        return Promise.resolve();
      },
      progress: (progress) => this.progress.push(progress),
      ...(cancel === undefined ? {} : { cancel }),
    };
    return checkFeed(feed, this.state, tools);
  }

  private add(digests: readonly Digest[]) {
    this.adding(digests);
    this.imports.push(digests);
    const before = this.library.size;
    digests.forEach(({ papers }) => papers.forEach(({ arxivId }) => this.library.add(arxivId ?? '')));
    return { title: 'Import', at: new Date(this.clock.now()).toISOString(), added: this.library.size - before, changed: 0 };
  }
}
