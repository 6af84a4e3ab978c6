import type { Paper, PaperKey } from '../papers/paper';
import { claimValueText, type ClaimKind } from './claim';
import type { KnownClaim } from './corrections';

/** A claim as a row of the table of all claims. */
export interface ClaimRow {
  /** The paper and where in its abstract the claim begins: no other row's while the library stays as it is. */
  readonly id: string;
  readonly paper: PaperKey;
  readonly title: string;
  readonly claim: KnownClaim;
  readonly quote: string;
  readonly sentence: string;
  /** As people write it: `33–59 %`. */
  readonly value: string;
}

export const CLAIM_COLUMNS = ['paper', 'kind', 'value', 'unit', 'metric'] as const;
export type ClaimColumn = (typeof CLAIM_COLUMNS)[number];

export interface ClaimOrder {
  readonly column: ClaimColumn;
  readonly descending: boolean;
}

export function claimRows({ key, title, abstract }: Pick<Paper, 'key' | 'title' | 'abstract'>, claims: readonly KnownClaim[]): readonly ClaimRow[] {
  return claims.map((claim) => ({
    id: `${key}:${claim.range.start}`,
    paper: key,
    title,
    claim,
    quote: abstract.slice(claim.range.start, claim.range.end),
    sentence: abstract.slice(claim.sentence.start, claim.sentence.end),
    value: claimValueText(claim),
  }));
}

/** Rows that hold every word, wherever in them. */
export function filterRows(rows: readonly ClaimRow[], filter: string): readonly ClaimRow[] {
  const words = filter.toLowerCase().split(/\s+/u).filter((word) => word !== '');
  if (words.length === 0) {
    return rows;
  }
  return rows.filter(({ title, sentence, value, claim: { kind, unit, metric, baseline = '' } }) => {
    const text = `${title}\n${sentence}\n${value}\n${kind}\n${unit}\n${metric}\n${baseline}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** In another order; rows that are equal in it stay in that of the papers. What a row does not have comes last. */
export function sortRows(rows: readonly ClaimRow[], { column, descending }: ClaimOrder): readonly ClaimRow[] {
  const keyed = rows.map((row, place) => ({ row, place, key: sortKey(row, column) }));
  const turn = descending ? -1 : 1;
  return keyed
    .sort((one, other) => {
      if (one.key === other.key) {
        return one.place - other.place;
      }
      if (one.key === undefined || other.key === undefined) {
        return one.key === undefined ? 1 : -1;
      }
      return one.key < other.key ? -turn : turn;
    })
    .map(({ row }) => row);
}

/** Kinds in the order in which people ask for them. */
const KIND_ORDER: Readonly<Record<ClaimKind, number>> = { speed: 1, memory: 2, quality: 3, cost: 4, size: 5, other: 6 };

function sortKey({ title, claim }: ClaimRow, column: ClaimColumn): string | number | undefined {
  switch (column) {
    case 'paper':
      return title.toLowerCase();
    case 'kind':
      return KIND_ORDER[claim.kind];
    case 'value':
      return claim.values.length === 0 ? undefined : Math.max(...claim.values);
    case 'unit':
      return claim.unit === '' ? undefined : claim.unit.toLowerCase();
    case 'metric':
      return claim.metric === '' ? undefined : claim.metric.toLowerCase();
  }
}

/** Rows as CSV with a heading (RFC 4180). A cell that a spreadsheet would take for a formula is quoted as text. */
export function claimsAsCsv(rows: readonly ClaimRow[]): string {
  const head = ['paper', 'title', 'kind', 'value', 'unit', 'comparison', 'metric', 'baseline', 'quote', 'sentence'];
  const lines = rows.map(({ paper, title, quote, sentence, claim: { kind, values, unit, comparison, metric, baseline = '' } }) => [
    paper, title, kind, values.join(comparison === 'change' ? ' to ' : '-'), unit, comparison, metric, baseline, quote, sentence,
  ]);
  return `${[head, ...lines].map((line) => line.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
