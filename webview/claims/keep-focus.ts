/** Draws a part of the page anew; the focus, if it was inside, goes to the new element of the same test id. */
export function keepFocus(part: HTMLElement, draw: () => void): void {
  const active = document.activeElement;
  const focused = active instanceof HTMLElement && part.contains(active) ? active.dataset['testid'] : undefined;
  draw();
  if (focused !== undefined) {
    part.querySelector<HTMLElement>(`[data-testid="${CSS.escape(focused)}"]`)?.focus();
  }
}
