import { CLAIM_COLUMNS, type ClaimColumn, type ClaimOrder } from '../../src/core/claims/claim-table';
import type { ClaimRowView, ClaimsView } from '../../src/protocol/claims';
import { element, fill, icon, type Child } from '../ui/element';
import { keepFocus } from './keep-focus';
import { COLUMN_WORDS, KIND_WORDS } from './words';

export interface TableActions {
  readonly sort: (order: ClaimOrder) => void;
  readonly open: (row: string) => void;
  readonly correct: (row: string) => void;
}

/** One page of claims as a table; its headings sort. */
export class ClaimsTable {
  readonly element = element('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Claims' });

  constructor(private readonly actions: TableActions) {}

  show(view: ClaimsView): void {
    keepFocus(this.element, () => fill(this.element, [this.draw(view)]));
  }

  private draw({ query: { order, page }, rows, fitting, pageSize }: ClaimsView): HTMLElement {
    if (rows.length === 0) {
      return element('p', { class: 'muted', 'data-testid': 'no-claims' }, ['No claim fits. Clear the filter, or import papers that state numbers.']);
    }
    const first = page * pageSize;
    return element('table', { 'aria-rowcount': fitting + 1, 'data-testid': 'claims' }, [
      element('caption', {}, [`Claims ${first + 1} to ${first + rows.length} of ${fitting.toLocaleString('en')}`]),
      element('thead', {}, [
        element('tr', { 'aria-rowindex': 1 }, [
          ...CLAIM_COLUMNS.map((column) => this.heading(column, order)),
          element('th', { scope: 'col' }, ['Sentence']),
          element('th', { scope: 'col' }, [element('span', { class: 'visually-hidden' }, ['Actions'])]),
        ]),
      ]),
      element('tbody', {}, rows.map((row, index) => this.row(row, index, first + index + 2))),
    ]);
  }

  private heading(column: ClaimColumn, { column: sorted, descending }: ClaimOrder): HTMLElement {
    const isSorted = column === sorted;
    const button = element('button', { type: 'button', class: 'sort', 'data-testid': `sort-${column}` }, [
      COLUMN_WORDS[column],
      isSorted ? icon(descending ? 'arrow-down' : 'arrow-up') : undefined,
    ]);
    // Large values are what is looked for first.
    button.addEventListener('click', () => this.actions.sort({ column, descending: isSorted ? !descending : column === 'value' }));
    const state = descending ? 'descending' : 'ascending';
    return element('th', { scope: 'col', 'aria-sort': isSorted ? state : 'none', class: column === 'value' ? 'number' : undefined }, [button]);
  }

  private row(row: ClaimRowView, index: number, rowIndex: number): HTMLElement {
    const { id, title, kind, value, unit, metric, baseline, sentence: [before, quote, after], isCorrected } = row;
    const open = element('button', { type: 'button', class: 'link', title: 'Show in the Reader', 'data-testid': `claim-${index}` }, [title]);
    open.addEventListener('click', () => this.actions.open(id));
    const name = `Correct ${value} of ${title}`;
    const correct = element('button', { type: 'button', class: 'icon-button', title: 'Correct this claim', 'aria-label': name, 'data-testid': `correct-${index}` }, [icon('edit')]);
    correct.addEventListener('click', () => this.actions.correct(id));
    const about: readonly Child[] = [metric, baseline === undefined ? undefined : element('span', { class: 'muted detail' }, [`against ${baseline}`])];
    return element('tr', { 'aria-rowindex': rowIndex, 'data-claim': id }, [
      element('th', { scope: 'row', class: 'paper' }, [open]),
      element('td', {}, [KIND_WORDS[kind]]),
      element('td', { class: 'number' }, [value, isCorrected ? element('span', { class: 'muted detail' }, ['corrected']) : undefined]),
      element('td', {}, [unit]),
      element('td', { class: 'metric' }, about),
      element('td', { class: 'sentence' }, [before, element('mark', {}, [quote]), after]),
      element('td', {}, [correct]),
    ]);
  }
}
