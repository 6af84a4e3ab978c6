import * as vscode from 'vscode';
import { Cancelled } from '../core/network/cancel';
import type { Clock } from '../core/network/clock';
import { LedgerTransport, type LedgerEntry } from '../core/network/ledger';
import { HTTPS_ONLY, type AddressPolicy } from '../core/network/policy';
import { PoliteTransport } from '../core/network/polite-transport';
import { RateGate, rateRuleOf, type RateRule } from '../core/network/rate-gate';
import { hostOf, TransportError, type HttpAnswer, type HttpRequest, type Transport } from '../core/network/transport';
import { SYSTEM_CLOCK } from './clock';
import { ReaderError } from './errors';
import { HttpTransport } from './http';
import { failureWords } from './network-words';
import { Owned } from './owned';

const TIMEOUT_MS = 30_000;

export interface NetworkOptions {
  /** Makes one request; a stand-in in tests. */
  readonly transport?: Transport;
  readonly clock?: Clock;
  readonly policy?: AddressPolicy;
  readonly ruleOf?: (host: string) => RateRule;
}

export interface FetchOptions {
  readonly token: vscode.CancellationToken;
  readonly maxBytes: number;
}

/**
 * Everything that Lectern asks of the network goes through here: it keeps the rate rules, goes only where it was sent, and is written
 * down. Nothing is asked until the user does something that says so.
 */
export class Network implements Transport, vscode.Disposable {
  private readonly owned = new Owned();
  private readonly changed = this.owned.add(new vscode.EventEmitter<void>());
  /** A request began or ended. */
  readonly onDidChange = this.changed.event;

  private readonly ledger: LedgerTransport;
  private readonly polite: PoliteTransport;

  constructor({ transport = new HttpTransport(), clock = SYSTEM_CLOCK, policy = HTTPS_ONLY, ruleOf = rateRuleOf }: NetworkOptions = {}) {
    this.ledger = new LedgerTransport(transport, clock, () => this.changed.fire());
    this.polite = new PoliteTransport(this.ledger, new RateGate(clock), policy, ruleOf);
  }

  dispose(): void {
    this.owned.dispose();
  }

  /** What was asked since Lectern started; the host asked last comes first. */
  entries(): readonly LedgerEntry[] {
    return this.ledger.entries();
  }

  request(request: HttpRequest): Promise<HttpAnswer> {
    return this.polite.request(request);
  }

  /**
   * What is at an address that the user named and agreed to.
   *
   * @returns its bytes, and its media type where the server says one
   * @throws ReaderError when there is no answer, or one of another status than 200
   * @throws CancellationError when the token is cancelled
   */
  async fetchText(url: string, { token, maxBytes }: FetchOptions): Promise<{ readonly bytes: Uint8Array; readonly type: string | undefined }> {
    let answer: HttpAnswer;
    try {
      answer = await this.request({ url, maxBytes, timeoutMs: TIMEOUT_MS, cancel: token });
    } catch (error) {
      if (error instanceof Cancelled) {
        throw new vscode.CancellationError();
      }
      if (error instanceof TransportError) {
        throw new ReaderError(failureWords(error.failure, hostOf(url)));
      }
      throw error;
    }
    if (answer.status !== 200) {
      throw new ReaderError(vscode.l10n.t('{0} answered with status {1}; nothing was fetched.', hostOf(url), answer.status));
    }
    return { bytes: answer.bytes, type: answer.headers['content-type'] };
  }
}
