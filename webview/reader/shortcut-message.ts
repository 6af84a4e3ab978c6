import type { FromReader, PaperView } from '../../src/protocol/reader';
import type { ShortcutAction } from './shortcuts';

/** Keys that do something on the page. */
type PageAction = 'help' | 'highlight' | 'comment' | 'nextAnnotation' | 'previousAnnotation';

/** Keys that ask something of the host. */
export type MessageAction = Exclude<ShortcutAction, PageAction>;

const PAGE_ACTIONS: readonly ShortcutAction[] = ['help', 'highlight', 'comment', 'nextAnnotation', 'previousAnnotation'] satisfies readonly PageAction[];

export function isMessageAction(action: ShortcutAction): action is MessageAction {
  return !PAGE_ACTIONS.includes(action);
}

/** What a key asks of the host for a paper; `undefined` when there is nothing to ask for, such as a demo. */
export function messageFor(action: MessageAction, { notes, demos }: Pick<PaperView, 'notes' | 'demos'>): FromReader | undefined {
  switch (action) {
    case 'unread':
    case 'reading':
    case 'read':
      return { kind: 'setStatus', status: action };
    case 'star':
      return { kind: 'toggleStar' };
    case 'next':
    case 'previous':
      return { kind: 'go', direction: action };
    case 'note':
      return notes[0] === undefined ? { kind: 'newNote' } : { kind: 'openNote', uri: notes[0].uri };
    case 'demo':
      return demos[0] && { kind: 'runDemo', slug: demos[0].slug };
    case 'largerText':
      return { kind: 'resizeText', step: 'larger' };
    case 'smallerText':
      return { kind: 'resizeText', step: 'smaller' };
    case 'usualText':
      return { kind: 'resizeText', step: 'usual' };
    case 'bibtex':
      return { kind: 'copyBibtex' };
  }
}
