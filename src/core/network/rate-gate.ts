import { stopIfCancelled, type CancelSignal } from './cancel';
import type { Clock } from './clock';

/** How often hosts may be asked. Hosts of one name share one turn. */
export interface RateRule {
  readonly name: string;
  /** Least time between the starts of two requests. */
  readonly intervalMs: number;
}

/**
 * The rule of a host. arXiv's terms of use for its API (info.arxiv.org/help/api/tou.html) ask for one request per three seconds
 * over a single connection, for all of its hosts together. Others have no written rule: one request a second.
 */
export function rateRuleOf(host: string): RateRule {
  const name = host.replace(/:\d+$/u, '').toLowerCase();
  return name === 'arxiv.org' || name.endsWith('.arxiv.org') ? ARXIV_RULE : { name, intervalMs: 1000 };
}

export const ARXIV_RULE: RateRule = { name: 'arxiv.org', intervalMs: 3000 };

/** Lets one request of a rule through at a time, and the next not before the rule's interval. */
export class RateGate {
  private readonly tails = new Map<string, Promise<unknown>>();
  private readonly opensAt = new Map<string, number>();

  constructor(private readonly clock: Clock) {}

  /**
   * Does the work when it is its turn.
   *
   * @throws Cancelled when that comes before its turn
   */
  run<T>(rule: RateRule, work: () => Promise<T>, cancel?: CancelSignal): Promise<T> {
    const turn = (this.tails.get(rule.name) ?? Promise.resolve()).then(async () => {
      await this.opened(rule, cancel);
      this.opensAt.set(rule.name, this.clock.now() + rule.intervalMs);
      return work();
    });
    this.tails.set(rule.name, turn.catch(() => undefined));
    return turn;
  }

  private async opened(rule: RateRule, cancel?: CancelSignal): Promise<void> {
    stopIfCancelled(cancel);
    const early = (this.opensAt.get(rule.name) ?? 0) - this.clock.now();
    if (early > 0) {
      // A clock set back must not keep the gate shut for longer than the rule says.
      await this.clock.wait(Math.min(early, rule.intervalMs), cancel);
      stopIfCancelled(cancel);
    }
  }
}
