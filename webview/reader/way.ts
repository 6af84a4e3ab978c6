import type { PaperView } from '../../src/protocol/reader';
import { element } from '../ui/element';
import { actionButton } from './action-button';

/** The way through the papers: previous, place, next, in the order of the Papers view. */
export class Way {
  readonly element: HTMLElement;
  private readonly place = element('span', { class: 'muted' });
  private readonly previous: HTMLButtonElement;
  private readonly next: HTMLButtonElement;

  constructor(go: (direction: 'next' | 'previous') => void, help: () => void) {
    this.previous = actionButton('Previous paper (P)', () => go('previous'), { look: 'icon', icon: 'arrow-left', testId: 'previous' });
    this.next = actionButton('Next paper (N)', () => go('next'), { look: 'icon', icon: 'arrow-right', testId: 'next' });
    const keys = actionButton('Keys in the Reader (?)', help, { look: 'icon', icon: 'keyboard', testId: 'show-help' });
    this.element = element('nav', { class: 'way', 'aria-label': 'Papers' }, [this.previous, this.place, this.next, keys]);
  }

  show({ index, count }: PaperView['position']): void {
    this.place.textContent = index === 0 ? 'Not in the filtered list' : `${index} of ${count}`;
    this.previous.disabled = index <= 1;
    this.next.disabled = index === 0 || index >= count;
  }
}
