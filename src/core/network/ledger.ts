import { hostOf, TransportError, type HttpAnswer, type HttpRequest, type Transport } from './transport';
import type { Clock } from './clock';

/** What was asked of one host since Lectern started. */
export interface LedgerEntry {
  readonly host: string;
  readonly requests: number;
  /** Of the answers, decompressed. */
  readonly bytes: number;
  /** Start of the last request, milliseconds since 1970. */
  readonly lastAt: number;
  /** How the last request ended; absent while it is under way. */
  readonly last?: 'answered' | 'failed' | 'cancelled';
}

/** Writes down every request that goes through it, redirected ones too. */
export class LedgerTransport implements Transport {
  private readonly byHost = new Map<string, LedgerEntry>();

  constructor(
    private readonly below: Transport,
    private readonly clock: Clock,
    /** An entry is another one. */
    private readonly changed: () => void,
  ) {}

  /** The host asked last comes first. */
  entries(): readonly LedgerEntry[] {
    return [...this.byHost.values()].sort((one, other) => other.lastAt - one.lastAt);
  }

  async request(request: HttpRequest): Promise<HttpAnswer> {
    const host = hostOf(request.url);
    const { requests, bytes } = this.byHost.get(host) ?? { requests: 0, bytes: 0 };
    this.set({ host, requests: requests + 1, bytes, lastAt: this.clock.now() });
    try {
      const answer = await this.below.request(request);
      this.end(host, 'answered', answer.bytes.length);
      return answer;
    } catch (error) {
      this.end(host, error instanceof TransportError ? 'failed' : 'cancelled', 0);
      throw error;
    }
  }

  private end(host: string, last: LedgerEntry['last'] & string, bytes: number): void {
    const entry = this.byHost.get(host);
    if (entry !== undefined) {
      this.set({ ...entry, bytes: entry.bytes + bytes, last });
    }
  }

  private set(entry: LedgerEntry): void {
    this.byHost.set(entry.host, entry);
    this.changed();
  }
}
