import type { ClaimsView } from '../../src/protocol/claims';
import { element, icon } from '../ui/element';

/** The way through the pages of the table. It is not there while one page holds all. */
export class Pager {
  readonly element: HTMLElement;
  private readonly previous: HTMLButtonElement;
  private readonly next: HTMLButtonElement;
  private readonly place = element('span', { class: 'muted' });
  private page = 0;

  constructor(go: (page: number) => void) {
    const button = (label: string, iconName: string, step: number, testId: string) => {
      const made = element('button', { type: 'button', class: 'action', 'data-testid': testId }, [icon(iconName), label]);
      // A button that is out of use keeps the focus, so that the keyboard does not lose its place at the end.
      made.addEventListener('click', () => made.getAttribute('aria-disabled') !== 'true' && go(this.page + step));
      return made;
    };
    this.previous = button('Previous page', 'arrow-left', -1, 'claims-previous');
    this.next = button('Next page', 'arrow-right', 1, 'claims-next');
    this.element = element('nav', { class: 'pager', 'aria-label': 'Pages' }, [this.previous, this.place, this.next]);
  }

  show({ query: { page }, fitting, pageSize }: ClaimsView): void {
    const pages = Math.max(1, Math.ceil(fitting / pageSize));
    this.page = page;
    this.element.hidden = pages === 1;
    this.place.textContent = `${page + 1} of ${pages}`;
    this.previous.setAttribute('aria-disabled', String(page === 0));
    this.next.setAttribute('aria-disabled', String(page >= pages - 1));
  }
}
