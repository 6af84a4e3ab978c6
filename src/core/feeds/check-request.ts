import { stopIfCancelled, type CancelSignal } from '../network/cancel';
import type { Clock } from '../network/clock';
import { retryAfterMs } from '../network/retry-after';
import { hostOf, TransportError, type HttpAnswer, type Transport } from '../network/transport';
import { LONGEST_RETRY_MS, retryDelayMs } from './back-off';
import type { FeedProblem, Validators } from './feed-state';

const MOST_BYTES = 20 * 1024 * 1024;
const TIMEOUT_MS = 30_000;

/** How often one check tries again, all its requests together. Whoever is offline need not wait for the fourth time. */
const MOST_RETRIES: Readonly<Partial<Record<FeedProblem['kind'], number>>> = { busy: 4, status: 4, unusable: 2, unreachable: 2, timeout: 1 };

/** A check that cannot go on. */
export class CheckStopped extends Error {
  override readonly name = 'CheckStopped';

  constructor(
    readonly problem: FeedProblem,
    readonly options: {
      /** The server asks not to come back before, milliseconds since 1970. */
      readonly notBefore?: number;
      /** The problem is that of one list: another one may be had. */
      readonly onlyThisList?: boolean;
    } = {},
  ) {
    super(`${problem.kind} ${problem.host} ${problem.detail ?? ''}`.trim());
  }
}

/** What one attempt came to. */
type Attempt = { readonly answer: HttpAnswer } | { readonly problem: FeedProblem; readonly temporary: boolean; readonly retryAfterMs?: number; readonly onlyThisList?: boolean };

export interface RequestTools {
  readonly transport: Transport;
  readonly clock: Clock;
  /** From 0 to 1. */
  readonly random: () => number;
  readonly cancel?: CancelSignal;
  /** Told when a request is to be made again at that moment, in milliseconds since 1970. */
  readonly waiting?: (until: number, problem: FeedProblem) => void;
  /** The server's own words for a refusal. */
  readonly wordsOf: (answer: HttpAnswer) => Promise<string | undefined>;
}

/** The requests of one check: with conditions, bounds, and a few more tries where it may help. */
export class CheckRequests {
  private retries = 0;

  constructor(private readonly tools: RequestTools) {}

  /**
   * @param accept what is wrong with an answer of status 200 that may be better at the next try, or nothing
   * @returns the answer of status 200, or 304 when the validators still hold
   * @throws CheckStopped
   * @throws Cancelled
   */
  async get(url: string, validators: Validators = {}, accept: (answer: HttpAnswer) => string | undefined = () => undefined): Promise<HttpAnswer> {
    for (;;) {
      const attempt = await this.attempt(url, validators, accept);
      if ('answer' in attempt) {
        return attempt.answer;
      }
      await this.pause(attempt);
    }
  }

  private async attempt(url: string, { etag, lastModified }: Validators, accept: (answer: HttpAnswer) => string | undefined): Promise<Attempt> {
    const headers = {
      ...(etag === undefined ? {} : { 'If-None-Match': etag }),
      ...(lastModified === undefined ? {} : { 'If-Modified-Since': lastModified }),
    };
    const { transport, cancel } = this.tools;
    let answer: HttpAnswer;
    try {
      answer = await transport.request({ url, headers, maxBytes: MOST_BYTES, timeoutMs: TIMEOUT_MS, ...(cancel === undefined ? {} : { cancel }) });
    } catch (error) {
      if (error instanceof TransportError) {
        return this.failed(error);
      }
      throw error;
    }
    if (answer.status === 304) {
      return { answer };
    }
    if (answer.status !== 200) {
      return this.refused(answer);
    }
    const detail = accept(answer);
    return detail === undefined ? { answer } : { problem: this.problem('unusable', url, { detail }), temporary: true };
  }

  /** Waits for the next try; when there is none, or it is too far away, the check stops. */
  private async pause({ problem, temporary, retryAfterMs: asked, onlyThisList }: Exclude<Attempt, { answer: unknown }>): Promise<void> {
    const { clock, random, cancel, waiting } = this.tools;
    const giveUp = this.retries >= (MOST_RETRIES[problem.kind] ?? 0);
    if (!temporary || giveUp || (asked ?? 0) > LONGEST_RETRY_MS) {
      throw new CheckStopped(problem, {
        ...(asked === undefined ? {} : { notBefore: clock.now() + asked }),
        ...(onlyThisList === undefined ? {} : { onlyThisList }),
      });
    }
    const delay = Math.max(retryDelayMs(this.retries, random()), asked ?? 0);
    this.retries += 1;
    waiting?.(clock.now() + delay, problem);
    await clock.wait(delay, cancel);
    stopIfCancelled(cancel);
  }

  private failed({ url, failure }: TransportError): Attempt {
    switch (failure.kind) {
      case 'unreachable':
        return { problem: this.problem('unreachable', url, { detail: failure.detail }), temporary: true };
      case 'timeout':
        return { problem: this.problem('timeout', url), temporary: true };
      case 'too-large':
        return { problem: this.problem('too-large', url), temporary: false, onlyThisList: true };
      case 'redirected':
        return { problem: this.problem('redirected', url, failure.to === undefined ? {} : { detail: failure.to }), temporary: false };
      case 'not-allowed':
        return { problem: this.problem('not-allowed', url, { detail: failure.reason }), temporary: false };
    }
  }

  private async refused(answer: HttpAnswer): Promise<Attempt> {
    const { status, url, headers } = answer;
    const asked = status === 429 || status === 503 ? retryAfterMs(headers['retry-after'], this.tools.clock.now()) : undefined;
    if (status === 429 || asked !== undefined) {
      return { problem: this.problem('busy', url, { status }), temporary: true, ...(asked === undefined ? {} : { retryAfterMs: asked }) };
    }
    if (status >= 500) {
      return { problem: this.problem('status', url, { status }), temporary: true };
    }
    const detail = await this.tools.wordsOf(answer);
    return { problem: this.problem('status', url, { status, ...(detail === undefined ? {} : { detail }) }), temporary: false, onlyThisList: true };
  }

  private problem(kind: FeedProblem['kind'], url: string, more: Pick<FeedProblem, 'status' | 'detail'> = {}): FeedProblem {
    return { kind, host: hostOf(url), ...more, at: new Date(this.tools.clock.now()).toISOString() };
  }
}
