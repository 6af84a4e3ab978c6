import type { QuoteBeside } from '../core/claims/beside-runs';
import type { Correction } from '../core/claims/corrections';

/** What the host knows of a paper's claims. The page finds the claims themselves: the rules are pure, and the host stays free. */
export interface ReaderClaims {
  readonly corrections: readonly Correction[];
  /** What stands beside which words of the abstract. */
  readonly besides: readonly QuoteBeside[];
}

/** Show the claim that begins there. */
export interface ToReaderClaims {
  readonly kind: 'revealClaim';
  readonly start: number;
}

export type FromReaderClaims =
  | { readonly kind: 'correctClaim'; readonly start: number }
  /** `quote`: words of the abstract that are selected, or none. */
  | { readonly kind: 'addClaim'; readonly quote: string }
  | { readonly kind: 'showClaims' };
