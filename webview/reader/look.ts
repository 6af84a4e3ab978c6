import type { ReaderLook } from '../../src/protocol/reader-around';

/** Lays the page out as the user wants to read. What is read stays where it is in the window. */
export function applyLook({ textSize, width }: ReaderLook): void {
  const root = document.documentElement;
  const first = [...document.querySelectorAll('main > *, .abstract-text > *')].filter((one) => one.getBoundingClientRect().top <= 0).at(-1);
  const before = first?.getBoundingClientRect();
  root.style.setProperty('--text-scale', String(textSize / 100));
  root.dataset['width'] = width;
  const after = first?.getBoundingClientRect();
  if (before !== undefined && after !== undefined && before.height > 0) {
    window.scrollBy({ top: after.top - (before.top * after.height) / before.height, behavior: 'instant' });
  }
}
