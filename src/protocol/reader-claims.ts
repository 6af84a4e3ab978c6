import type { TextRange } from '../core/anchors/text-target';
import type { ClaimKind } from '../core/claims/claim';
import type { Measured } from '../core/claims/measured';
import type { DemoSlug } from '../core/catalog/catalog';

/** What of a paper's claims the Reader shows. */
export interface ReaderClaims {
  readonly claims: readonly ReaderClaim[];
  /** What the abstract says without a number and a demo measures. */
  readonly statements: readonly ReaderStatement[];
  /** Corrections whose number is not in the abstract any more, by their words. */
  readonly orphans: readonly string[];
}

export interface ReaderClaim {
  /** The number in the abstract, in UTF-16 offsets. */
  readonly range: TextRange;
  readonly value: string;
  readonly kind: ClaimKind;
  readonly metric: string;
  readonly baseline?: string;
  /** The sentence in three parts; the middle one is the number. */
  readonly sentence: readonly [before: string, quote: string, after: string];
  readonly isCorrected: boolean;
  readonly beside?: BesideView;
}

export interface ReaderStatement {
  readonly range: TextRange;
  readonly quote: string;
  readonly beside: BesideView;
}

export type BesideView =
  | {
      readonly kind: 'measured';
      readonly demo: DemoSlug;
      readonly title: string;
      readonly scope: 'whole' | 'part';
      readonly note: string;
      readonly measured: Measured;
    }
  | { readonly kind: 'left'; readonly why: string };

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
