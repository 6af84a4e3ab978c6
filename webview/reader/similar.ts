import type { SimilarView } from '../../src/protocol/reader-around';
import { element, type Child } from '../ui/element';
import { nothing } from './section';

/** What is known of similar papers: nothing yet, that they cannot be found, or which. */
export type SimilarState = 'looking' | 'failed' | readonly SimilarView[];

/** Papers of the library like this one, with the words that both have. */
export function drawSimilar(state: SimilarState, open: (key: string) => void): readonly Child[] {
  if (state === 'looking') {
    return [nothing('Looking through the library…')];
  }
  if (state === 'failed') {
    return [nothing('Similar papers could not be found. Lectern’s log says why.')];
  }
  if (state.length === 0) {
    return [nothing('No paper of the library shares enough telling words with this one.')];
  }
  return [element('ul', { class: 'lines', 'data-testid': 'similar' }, state.map((paper, index) => similarItem(paper, index, open)))];
}

function similarItem({ key, title, shared }: SimilarView, index: number, open: (key: string) => void): HTMLElement {
  const name = element('button', { type: 'button', class: 'link', 'data-testid': `similar-${index}` }, [title]);
  name.addEventListener('click', () => open(key));
  return element('li', {}, [name, element('span', { class: 'muted detail' }, [`Both say: ${shared.join(', ')}`])]);
}
