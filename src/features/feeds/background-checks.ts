import * as vscode from 'vscode';
import type { Feed } from '../../core/feeds/feed';
import { stateOf } from '../../core/feeds/feed-state';
import { nextCheckAt } from '../../core/feeds/schedule';
import { SYSTEM_CLOCK } from '../../platform/clock';
import { Owned } from '../../platform/owned';
import { checksInBackground, onDidChangeBackground } from './background-setting';
import type { FeedChecker } from './feed-checker';
import type { FeedsContext } from './feeds-context';

/** A start of VS Code is not made slower by a check that is due. */
const FIRST_MS = 30_000;

/** Windows whose feeds are due at the same moment do not all ask at it: the first that does tells the others by the feeds' state. */
const MOST_LAG_MS = 60_000;

/** Longest sleep: timers do not keep time while a machine sleeps, and another window may have checked meanwhile. */
const LONGEST_MS = 60 * 60 * 1000;

/**
 * Checks feeds when their schedule says so, if the setting allows it. What it finds shows in the badge and the status item; what fails
 * shows there and in the log, never as a message.
 */
export class BackgroundChecks implements vscode.Disposable {
  private readonly owned = new Owned();
  private readonly stopping = this.owned.add(new vscode.CancellationTokenSource());
  private running = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private earliest: number;
  private readonly lag = Math.random() * MOST_LAG_MS;

  constructor(
    private readonly context: FeedsContext,
    private readonly checker: FeedChecker,
  ) {
    this.earliest = this.now() + FIRST_MS;
    const plan = () => this.quietly(() => this.plan());
    this.owned.add(context.feeds.onDidChange(plan));
    this.owned.add(onDidChangeBackground(plan));
    plan();
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.stopping.cancel();
    this.owned.dispose();
  }

  /** Checks what is due now. */
  async run(): Promise<void> {
    if (!checksInBackground()) {
      return;
    }
    const due = (await this.times()).filter(({ at }) => at <= this.now()).map(({ feed }) => feed);
    this.running = true;
    try {
      await this.checker.check(due, this.stopping.token);
    } finally {
      this.running = false;
    }
    await this.plan();
  }

  /** Sets the timer anew. Not while checks run: what is still in their queue looks due, and they plan at their end. */
  private async plan(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.running || !checksInBackground()) {
      return;
    }
    const times = (await this.times()).map(({ at }) => at);
    clearTimeout(this.timer);
    if (times.length > 0 && !this.stopping.token.isCancellationRequested) {
      const next = Math.max(Math.min(...times), this.earliest) + this.lag - this.now();
      this.timer = setTimeout(() => this.quietly(() => this.runQuietly()), Math.min(Math.max(next, 0), LONGEST_MS));
    }
  }

  private async times(): Promise<readonly { readonly feed: Feed; readonly at: number }[]> {
    const [feeds, states] = await Promise.all([this.context.feeds.feeds(), this.context.feeds.states()]);
    return feeds.flatMap((feed) => {
      const at = feed.id === this.checker.checking ? undefined : nextCheckAt(feed, stateOf(states, feed.id));
      return at === undefined ? [] : [{ feed, at }];
    });
  }

  private now(): number {
    return (this.context.clock ?? SYSTEM_CLOCK).now();
  }

  /** A library that cannot be written now cannot be written in a second either: the next try is later. */
  private async runQuietly(): Promise<void> {
    try {
      await this.run();
    } catch (error) {
      this.earliest = this.now() + LONGEST_MS;
      this.note(error);
      await this.plan();
    }
  }

  /** Nobody asked for this work just now: what fails is in the log, not in the way. */
  private quietly(work: () => Promise<void>): void {
    work().catch((error: unknown) => this.note(error));
  }

  private note(error: unknown): void {
    this.context.log.warn(`A check in the background failed: ${error instanceof Error ? error.message : String(error)}`);
  }
}
