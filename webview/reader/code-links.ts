import type { CodeLinkView } from '../../src/protocol/reader-references';
import { element, icon } from '../ui/element';
import { actionButton } from './action-button';

/** What is done with a link, by its id. */
export interface CodeLinkActions {
  readonly openCode: (id: string) => void;
  readonly accept: (id: string) => void;
  readonly relocate: (id: string) => void;
  readonly unlink: (id: string) => void;
  /** Goes to the words that are linked. */
  readonly goTo: (annotation: string) => void;
}

/** The code that words of the paper are linked to: where it is now, and what became of it, in words. */
export function drawCodeLinks(links: readonly CodeLinkView[], actions: CodeLinkActions): HTMLElement | undefined {
  return links.length === 0 ? undefined : element('ul', { class: 'lines code-links', 'data-testid': 'code-links' }, links.map((link, index) => linkItem(link, index, actions)));
}

function linkItem(link: CodeLinkView, index: number, actions: CodeLinkActions): HTMLElement {
  const { id, annotation, words, path, first, last, preview, state } = link;
  const place = first === last ? `${path}:${first}` : `${path}:${first}–${last}`;
  const isFound = state === 'exact' || state === 'moved' || state === 'movedFile' || state === 'changed';
  const name = button(place, isFound ? `Open ${place}` : `Look for the code that was at ${place}`, `code-link-${index}`, () => actions.openCode(id));
  const quote = button(`“${words}”`, 'Show these words in the abstract', `code-link-words-${index}`, () => actions.goTo(annotation));
  const said = stateWords(link);
  const action = (label: string, title: string, iconName: string, act: (id: string) => void) =>
    actionButton(label, () => act(id), { icon: iconName, title, name: `${label}: ${place}`, testId: `${label.toLowerCase().replace(/\W+/gu, '-')}-code-${index}` });
  return element('li', { 'data-state': state }, [
    icon('link'),
    name,
    element('code', { class: 'detail reference-line' }, [preview]),
    element('p', { class: 'detail linked-words' }, ['Linked to ', quote]),
    said === undefined ? undefined : element('p', { class: 'detail link-state', 'data-testid': `code-link-state-${index}` }, [said]),
    element('div', { class: 'thread-actions' }, [
      isFound && said !== undefined ? action('Accept', 'This is the place', 'check', actions.accept) : undefined,
      isFound ? undefined : action(state === 'ambiguous' ? 'Choose' : 'Look for it', 'In the files of the workspace', 'search', actions.openCode),
      said === undefined ? undefined : action('Relocate', 'Select other code for these words', 'target', actions.relocate),
      action('Unlink', 'The words are not linked to this code any more', 'debug-disconnect', actions.unlink),
    ]),
  ]);
}

function button(label: string, title: string, testId: string, act: () => void): HTMLButtonElement {
  const made = element('button', { type: 'button', class: 'link', title, 'data-testid': testId }, [label]);
  made.addEventListener('click', act);
  return made;
}

/** What became of linked code; nothing where it is as it was. */
function stateWords({ state, was, score = 0, candidates = 0, path }: CodeLinkView): string | undefined {
  switch (state) {
    case 'exact':
      return undefined;
    case 'moved':
      return `Moved: it was at ${was ?? path}.`;
    case 'movedFile':
      return `Moved to another file: it was at ${was ?? path}.`;
    case 'changed':
      return `Changed: ${Math.round(score * 100)} % like what was linked${was === undefined ? '' : `, which was at ${was}`}.`;
    case 'ambiguous':
      return `Ambiguous: ${candidates} places fit equally well.`;
    case 'orphaned':
      return 'Missing: no such code in this file, nor in others of its name. It is found again when it comes back, as with another branch.';
  }
}
