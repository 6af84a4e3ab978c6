import { stopIfCancelled } from './cancel';
import { allowedAddress, type AddressPolicy } from './policy';
import { rateRuleOf, type RateGate, type RateRule } from './rate-gate';
import { TransportError, type HttpAnswer, type HttpRequest, type Transport } from './transport';

const MOST_REDIRECTIONS = 5;
const REDIRECTIONS: readonly number[] = [301, 302, 303, 307, 308];

/**
 * The way out: only allowed addresses, each request in its turn of the rate rule, redirections only to where the request went
 * anyway (same host, same protocol). What is below it makes one request and follows nothing.
 */
export class PoliteTransport implements Transport {
  constructor(
    private readonly below: Transport,
    private readonly gate: RateGate,
    private readonly policy: AddressPolicy,
    private readonly ruleOf: (host: string) => RateRule = rateRuleOf,
  ) {}

  async request(request: HttpRequest): Promise<HttpAnswer> {
    let url = allowedAddress(request.url, this.policy);
    for (let hops = 0; ; hops++) {
      const answer = await this.gate.run(this.ruleOf(url.host), () => this.below.request({ ...request, url: url.href }), request.cancel);
      if (!REDIRECTIONS.includes(answer.status)) {
        return answer;
      }
      const { location } = answer.headers;
      if (location === undefined || hops === MOST_REDIRECTIONS) {
        throw new TransportError(url.href, { kind: 'redirected', to: url.host });
      }
      stopIfCancelled(request.cancel);
      const target = this.target(location, url);
      if (target.host !== url.host || target.protocol !== url.protocol) {
        throw new TransportError(url.href, { kind: 'redirected', to: `${target.protocol}//${target.host}` });
      }
      url = target;
    }
  }

  /** Where a redirection leads; to what may not be asked, it is not followed. */
  private target(location: string, from: URL): URL {
    try {
      return allowedAddress(location, this.policy, from.href);
    } catch {
      throw new TransportError(from.href, { kind: 'redirected', to: location.slice(0, 200) });
    }
  }
}
