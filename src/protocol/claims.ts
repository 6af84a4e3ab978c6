import type { ClaimKind } from '../core/claims/claim';
import type { ClaimOrder } from '../core/claims/claim-table';
import type { PaperKey } from '../core/papers/paper';

/** Which rows the page shows. The page keeps it as its state. */
export interface ClaimsQuery {
  readonly order: ClaimOrder;
  /** Words that rows must hold. */
  readonly filter: string;
  /** From 0. */
  readonly page: number;
}

export interface ClaimRowView {
  readonly id: string;
  readonly paper: PaperKey;
  readonly title: string;
  readonly kind: ClaimKind;
  readonly value: string;
  readonly unit: string;
  readonly metric: string;
  readonly baseline?: string;
  /** The sentence in three parts; the middle one is the number. */
  readonly sentence: readonly [before: string, quote: string, after: string];
  /** The user changed or added it. */
  readonly isCorrected: boolean;
}

/** One page of the table. */
export interface ClaimsView {
  readonly query: ClaimsQuery;
  readonly rows: readonly ClaimRowView[];
  readonly pageSize: number;
  /** Rows that fit the filter, on all pages. */
  readonly fitting: number;
  /** All rows. */
  readonly total: number;
  readonly papers: number;
  /** Corrections whose number is not in its abstract any more. */
  readonly orphans: readonly OrphanView[];
  /** Files of corrections that could not be read, in words. */
  readonly problems: readonly string[];
}

export interface OrphanView {
  readonly paper: PaperKey;
  /** The key where the library has no such paper. */
  readonly title: string;
  readonly id: string;
  readonly quote: string;
  readonly metric: string;
}

export type ToClaims =
  | { readonly kind: 'show'; readonly view: ClaimsView }
  /** Papers looked through so far. */
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'failed'; readonly message: string }
  /** Something the page asked for is done; for the live region. */
  | { readonly kind: 'done'; readonly message: string };

export type FromClaims =
  | { readonly kind: 'ask'; readonly query: ClaimsQuery }
  | { readonly kind: 'open'; readonly row: string }
  | { readonly kind: 'correct'; readonly row: string }
  | { readonly kind: 'takeBack'; readonly paper: PaperKey; readonly id: string }
  | { readonly kind: 'export'; readonly to: 'file' | 'clipboard' };
