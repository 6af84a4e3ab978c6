import { fill, type Child } from '../ui/element';

/**
 * A piece of the page that is drawn again only when its data are different, so that a change of the reading status
 * leaves selection and focus elsewhere alone. Focus inside goes to the new element of the same test id.
 */
export class Part<T> {
  private shown: string | undefined;

  constructor(
    readonly element: HTMLElement,
    private readonly draw: (data: T) => readonly Child[],
  ) {}

  show(data: T): void {
    const next = JSON.stringify(data);
    if (next === this.shown) {
      return;
    }
    this.shown = next;
    const active = document.activeElement;
    const focused = active instanceof HTMLElement && this.element.contains(active) ? active.dataset['testid'] : undefined;
    fill(this.element, this.draw(data));
    if (focused !== undefined) {
      this.element.querySelector<HTMLElement>(`[data-testid="${CSS.escape(focused)}"]`)?.focus();
    }
  }
}
