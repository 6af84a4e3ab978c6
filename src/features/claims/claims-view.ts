import { filterRows, sortRows, type ClaimRow } from '../../core/claims/claim-table';
import type { ClaimRowView, ClaimsQuery, ClaimsView } from '../../protocol/claims';
import type { ClaimListing } from './claim-list';

export const PAGE_SIZE = 100;

/** The pages of one listing: filtered and sorted again only when filter or order are others. */
export class ClaimPages {
  private key = '';
  private fitting: readonly ClaimRow[] = [];

  constructor(readonly listing: ClaimListing) {}

  rows({ filter, order }: Pick<ClaimsQuery, 'filter' | 'order'>): readonly ClaimRow[] {
    const key = JSON.stringify([filter, order]);
    if (key !== this.key) {
      this.fitting = sortRows(filterRows(this.listing.rows, filter), order);
      this.key = key;
    }
    return this.fitting;
  }

  /** What the page shows; the last page where there are fewer than asked for. */
  view(query: ClaimsQuery): ClaimsView {
    const { rows, papers, orphans, problems } = this.listing;
    const fitting = this.rows(query);
    const page = Math.min(query.page, Math.max(0, Math.ceil(fitting.length / PAGE_SIZE) - 1));
    return {
      query: { ...query, page },
      rows: fitting.slice(page * PAGE_SIZE, (page + 1) * PAGE_SIZE).map(rowView),
      pageSize: PAGE_SIZE,
      fitting: fitting.length,
      total: rows.length,
      papers,
      orphans: orphans.map(({ paper, title, correction: { id, target, metric = '' } }) => ({ paper, title, id, quote: target.exact, metric })),
      problems,
    };
  }
}

function rowView({ id, paper, title, claim, quote, sentence, value }: ClaimRow): ClaimRowView {
  const { kind, unit, metric, baseline, correction, range, sentence: around } = claim;
  const start = range.start - around.start;
  return {
    id,
    paper,
    title,
    kind,
    value,
    unit,
    metric,
    ...(baseline === undefined ? {} : { baseline }),
    sentence: [sentence.slice(0, start), quote, sentence.slice(start + quote.length)],
    isCorrected: correction !== undefined,
  };
}
