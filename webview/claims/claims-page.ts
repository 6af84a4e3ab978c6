import type { ClaimsQuery, ClaimsView, FromClaims } from '../../src/protocol/claims';
import { element, fill, icon } from '../ui/element';
import { keepFocus } from './keep-focus';
import { drawNeedsAttention } from './needs-attention';
import { Pager } from './pager';
import { ClaimsTable } from './table';
import { count, summaryOf } from './words';

/** While someone types, the host is asked at most so often. */
const TYPING_MS = 150;

export interface ClaimsHost {
  send(message: Exclude<FromClaims, { kind: 'ask' }>): void;
  ask(query: ClaimsQuery): void;
}

/** The table of all claims, with its filter and pages. */
export class ClaimsPage {
  private readonly status = element('p', { role: 'status', class: 'muted', 'data-testid': 'claims-status' });
  private readonly filter = element('input', { type: 'search', id: 'filter', class: 'filter', autocomplete: 'off', spellcheck: 'false', 'data-testid': 'claims-filter' });
  private readonly attention = element('div');
  private readonly table: ClaimsTable;
  private readonly pager: Pager;
  private typing: ReturnType<typeof setTimeout> | undefined;

  constructor(
    main: HTMLElement,
    private query: ClaimsQuery,
    private readonly host: ClaimsHost,
  ) {
    this.table = new ClaimsTable({
      sort: (order) => this.ask({ order, page: 0 }),
      open: (row) => host.send({ kind: 'open', row }),
      correct: (row) => host.send({ kind: 'correct', row }),
    });
    this.pager = new Pager((page) => this.ask({ page }));
    this.filter.value = query.filter;
    this.filter.addEventListener('input', () => {
      clearTimeout(this.typing);
      this.typing = setTimeout(() => this.ask({ filter: this.filter.value, page: 0 }), TYPING_MS);
    });
    const exports = (['clipboard', 'file'] as const).map((to) => {
      const made = element('button', { type: 'button', class: 'action', 'data-testid': `claims-export-${to}` }, [
        icon(to === 'file' ? 'save' : 'copy'),
        to === 'file' ? 'Export as CSV…' : 'Copy as CSV',
      ]);
      made.addEventListener('click', () => host.send({ kind: 'export', to }));
      return made;
    });
    fill(main, [
      element('h1', {}, ['Claims']),
      element('p', { class: 'muted' }, ['Numbers that the abstracts of your papers state, found by rules. What the rules get wrong you can correct; corrections are kept in your folder.']),
      element('div', { class: 'bar' }, [element('label', { for: 'filter' }, ['Filter']), this.filter, ...exports]),
      this.status,
      this.table.element,
      this.pager.element,
      this.attention,
    ]);
  }

  /** Asks for what is shown now, with some of it changed. */
  ask(change: Partial<ClaimsQuery>): void {
    this.query = { ...this.query, ...change };
    this.host.ask(this.query);
  }

  show(view: ClaimsView): void {
    this.query = view.query;
    this.table.show(view);
    this.pager.show(view);
    this.say(summaryOf(view));
    keepFocus(this.attention, () => fill(this.attention, drawNeedsAttention(view, this.host)));
  }

  progress(done: number, total: number): void {
    this.say(`Looking through ${count(total, 'paper', 'papers')}: ${Math.floor((100 * done) / Math.max(1, total))} %`);
  }

  failed(message: string): void {
    this.say(message);
  }

  say(message: string): void {
    this.status.textContent = message;
  }
}
