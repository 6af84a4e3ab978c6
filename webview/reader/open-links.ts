/**
 * Hands every link of a container to the host, which checks its scheme and asks before it opens. The page itself
 * goes nowhere, and VS Code's own handling of links in a page, further up, never sees the click.
 */
export function openLinks(container: HTMLElement, open: (url: string) => void): void {
  const onClick = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null;
    if (link !== null) {
      event.preventDefault();
      event.stopPropagation();
      open(link.href);
    }
  };
  container.addEventListener('click', onClick);
  container.addEventListener('auxclick', (event) => {
    // The middle button opens links; the right one opens the menu.
    if (event.button === 1) onClick(event);
  });
}
