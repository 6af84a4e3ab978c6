import type { NoteView } from '../../src/protocol/reader';
import { element, type Child } from '../ui/element';
import { actionButton } from './action-button';
import { nothing } from './section';

export interface NoteActions {
  readonly open: (uri: string) => void;
  readonly create: () => void;
}

export function drawNotes(notes: readonly NoteView[], { open, create }: NoteActions): readonly Child[] {
  const items = notes.map(({ uri, title, path }, index) => {
    const name = element('button', { type: 'button', class: 'link', title: `Open ${path}`, 'data-testid': `note-${index}` }, [title]);
    name.addEventListener('click', () => open(uri));
    return element('li', {}, [name, element('span', { class: 'muted detail' }, [path])]);
  });
  return [
    items.length === 0 ? nothing('No note on this paper yet. New note starts one from your template.') : element('ul', { class: 'lines' }, items),
    actionButton('New note', create, { icon: 'new-file', testId: 'new-note', ...(items.length === 0 ? { title: 'New note (O)' } : {}) }),
  ];
}
