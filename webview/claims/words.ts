import type { ClaimColumn } from '../../src/core/claims/claim-table';
import type { ClaimKind } from '../../src/core/claims/claim';
import type { ClaimsView } from '../../src/protocol/claims';

export const COLUMN_WORDS: Readonly<Record<ClaimColumn, string>> = { paper: 'Paper', kind: 'Kind', value: 'Value', unit: 'Unit', metric: 'Metric' };

export const KIND_WORDS: Readonly<Record<ClaimKind, string>> = {
  speed: 'Speed',
  memory: 'Memory',
  quality: 'Quality',
  cost: 'Cost',
  size: 'Size or length',
  other: 'Other',
};

/** `1 claim`, `1,204 claims`. */
export function count(number: number, one: string, many: string): string {
  return `${number.toLocaleString('en')} ${number === 1 ? one : many}`;
}

/** What the table shows, in one sentence; it is read out when it changes. */
export function summaryOf({ query: { order, filter, page }, fitting, total, papers, pageSize }: ClaimsView): string {
  const pages = Math.max(1, Math.ceil(fitting / pageSize));
  const found = filter.trim() === '' ? `${count(total, 'claim', 'claims')} in ${count(papers, 'paper', 'papers')}` : `${count(fitting, 'claim', 'claims')} of ${total.toLocaleString('en')} fit the filter`;
  const place = pages > 1 ? `, page ${page + 1} of ${pages}` : '';
  return `${found}${place}, by ${COLUMN_WORDS[order.column].toLowerCase()}, ${order.descending ? 'descending' : 'ascending'}.`;
}
