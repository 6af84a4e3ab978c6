import * as vscode from 'vscode';
import { checkFeed, type CheckProgress, type CheckResult } from '../../core/feeds/check-feed';
import type { Feed, FeedId } from '../../core/feeds/feed';
import { FEED_ADDRESSES } from '../../core/feeds/feed-address';
import { SYSTEM_CLOCK } from '../../platform/clock';
import { problemWords } from '../../platform/network-words';
import { Owned } from '../../platform/owned';
import { Queue } from '../../platform/queue';
import type { FeedsContext } from './feeds-context';

export interface CheckedFeed {
  readonly feed: Feed;
  readonly result: CheckResult;
}

/** Checks feeds, one after another, and says in the log what came of it. */
export class FeedChecker implements vscode.Disposable {
  private readonly owned = new Owned();
  private readonly changed = this.owned.add(new vscode.EventEmitter<void>());
  /** A check began or ended. */
  readonly onDidChange = this.changed.event;

  private readonly checks = new Queue();
  private current: FeedId | undefined;

  constructor(private readonly context: FeedsContext) {}

  dispose(): void {
    this.owned.dispose();
  }

  /** The feed that is being checked. */
  get checking(): FeedId | undefined {
    return this.current;
  }

  /**
   * @param progress told of each feed as it goes on
   * @returns those that were checked: fewer than asked for when it was cancelled
   * @throws ReaderError when the library or the feeds' state cannot be written
   */
  check(feeds: readonly Feed[], token: vscode.CancellationToken, progress?: (feed: Feed, progress: CheckProgress) => void): Promise<readonly CheckedFeed[]> {
    return this.checks.run(async () => {
      const checked: CheckedFeed[] = [];
      try {
        for (const feed of feeds) {
          if (token.isCancellationRequested) {
            break;
          }
          this.become(feed.id);
          const result = await this.checkOne(feed, token, (step) => progress?.(feed, step));
          this.tell(feed, result);
          checked.push({ feed, result });
        }
      } finally {
        this.become(undefined);
      }
      return checked;
    });
  }

  private async checkOne(feed: Feed, token: vscode.CancellationToken, progress: (progress: CheckProgress) => void): Promise<CheckResult> {
    const { feeds, network, imports, readDigest, addresses = FEED_ADDRESSES, clock = SYSTEM_CLOCK } = this.context;
    return checkFeed(feed, await feeds.stateOf(feed.id), {
      clock,
      random: Math.random,
      transport: network,
      addresses,
      read: (bytes, name) => readDigest(bytes, name, token),
      add: (digests) => imports.add(digests),
      save: (state) => feeds.saveState(feed.id, state),
      cancel: token,
      progress,
    });
  }

  private tell(feed: Feed, { ended, added, digests, problem, cutShort }: CheckResult): void {
    const { log } = this.context;
    const found = digests.length === 0 ? 'nothing new' : `${added} new papers (${digests.join(', ')})`;
    log.info(`Feed "${feed.title}": ${ended}, ${found}.`);
    if (problem !== undefined) {
      log.warn(`Feed "${feed.title}": ${problemWords(problem)}${problem.detail === undefined ? '' : ` [${problem.detail}]`}`);
    }
    if (cutShort === true) {
      log.warn(`Feed "${feed.title}": there were more new papers than one check fetches; the older ones were left out.`);
    }
  }

  private become(current: FeedId | undefined): void {
    this.current = current;
    this.changed.fire();
  }
}
