import type { PaperView } from '../../src/protocol/reader';
import { element, type Child } from '../ui/element';
import { abstractHtml } from './abstract';
import { styledLetters } from './math-letters';
import { safeFragment } from './safe-fragment';
import { nothing } from './section';

export function drawAbstract({ abstract, links }: Pick<PaperView, 'abstract' | 'links'>): readonly Child[] {
  const text = element('div', { class: 'abstract-text', 'data-testid': 'abstract' }, [safeFragment(abstractHtml(abstract, links))]);
  setFormulas(text);
  return [abstract.trim() === '' ? nothing('The source of this paper gives no abstract.') : undefined, text];
}

/** What MathML as KaTeX writes it lacks in a browser. */
function setFormulas(text: HTMLElement): void {
  for (const letters of text.querySelectorAll('math [mathvariant]')) {
    letters.textContent = styledLetters(letters.textContent, letters.getAttribute('mathvariant') ?? '');
  }
  for (const formula of text.querySelectorAll('math[display="block"]')) {
    // A formula wider than the column scrolls, which the keyboard can do only with the focus on it.
    formula.setAttribute('tabindex', '0');
  }
}
