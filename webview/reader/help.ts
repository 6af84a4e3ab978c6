import { element } from '../ui/element';
import { actionButton } from './action-button';
import { SHORTCUTS } from './shortcuts';

/** The list of keys, over the page. Escape closes it and gives the focus back. */
export class Help {
  readonly element: HTMLDialogElement;

  constructor() {
    const rows = SHORTCUTS.flatMap(({ keys, meaning }) => [
      element('dt', {}, keys.flatMap((key, index) => [index === 0 ? undefined : ' or ', element('kbd', {}, [key.toUpperCase()])])),
      element('dd', {}, [meaning]),
    ]);
    const heading = element('h2', { id: 'help-heading' }, ['Keys in the Reader']);
    const close = actionButton('Close', () => this.element.close(), { icon: 'close', testId: 'close-help' });
    this.element = element('dialog', { class: 'help', 'aria-labelledby': heading.id, 'data-testid': 'help' }, [heading, element('dl', {}, rows), close]);
  }

  toggle(): void {
    if (this.element.open) {
      this.element.close();
    } else {
      this.element.showModal();
    }
  }
}
