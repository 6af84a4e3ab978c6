/** What a single key does in the Reader. */
export type ShortcutAction = 'unread' | 'reading' | 'read' | 'star' | 'next' | 'previous' | 'note' | 'demo' | 'bibtex' | 'highlight' | 'comment' | 'nextAnnotation' | 'previousAnnotation' | 'largerText' | 'smallerText' | 'usualText' | 'help';

export interface Shortcut {
  readonly action: ShortcutAction;
  /** Lower case, the one to show first. */
  readonly keys: readonly string[];
  readonly meaning: string;
}

export const SHORTCUTS: readonly Shortcut[] = [
  { action: 'unread', keys: ['u'], meaning: 'Mark as unread' },
  { action: 'reading', keys: ['g'], meaning: 'Mark as reading' },
  { action: 'read', keys: ['r'], meaning: 'Mark as read' },
  { action: 'star', keys: ['s'], meaning: 'Star, or take the star off' },
  { action: 'next', keys: ['n', 'j'], meaning: 'Next paper' },
  { action: 'previous', keys: ['p', 'k'], meaning: 'Previous paper' },
  { action: 'note', keys: ['o'], meaning: 'Open the note, or start one' },
  { action: 'demo', keys: ['d'], meaning: 'Run the demo' },
  { action: 'bibtex', keys: ['b'], meaning: 'Copy as BibTeX' },
  { action: 'highlight', keys: ['h'], meaning: 'Highlight the selected words, or select words by the arrow keys' },
  { action: 'comment', keys: ['c'], meaning: 'Comment on the selected words' },
  { action: 'nextAnnotation', keys: [']'], meaning: 'Next annotation' },
  { action: 'previousAnnotation', keys: ['['], meaning: 'Previous annotation' },
  { action: 'largerText', keys: ['+', '='], meaning: 'Larger text' },
  { action: 'smallerText', keys: ['-'], meaning: 'Smaller text' },
  { action: 'usualText', keys: ['0'], meaning: 'Text in its usual size' },
  { action: 'help', keys: ['?'], meaning: 'Show these keys' },
];

/** The part of a keyboard event that says which shortcut it is. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'repeat' | 'timeStamp'>;

/** VS Code gives up waiting for the second key of a chord after this long. */
const CHORD_MS = 5000;

/** Tells a shortcut from the second key of one of VS Code's chords (`Ctrl+K` `R`), which the page sees as well. */
export class ShortcutKeys {
  private chordSince = -Infinity;

  /** The shortcut that a key press means, or `undefined`. */
  press({ key, code, ctrlKey, metaKey, altKey, repeat, timeStamp }: KeyPress): ShortcutAction | undefined {
    if (['Shift', 'Control', 'Alt', 'Meta'].includes(key)) {
      return undefined;
    }
    const inChord = timeStamp - this.chordSince < CHORD_MS;
    const modified = ctrlKey || metaKey || altKey;
    this.chordSince = !inChord && modified && letterOf(key, code) === 'k' ? timeStamp : -Infinity;
    if (inChord || modified || repeat) {
      return undefined;
    }
    const letter = letterOf(key, code);
    return SHORTCUTS.find(({ keys }) => keys.includes(letter))?.action;
  }
}

/** On keyboards for other scripts the letter that is in the same place. */
function letterOf(key: string, code: string): string {
  return /^[\u0020-\u007E]$/u.test(key) ? key.toLowerCase() : (/^Key([A-Z])$/u.exec(code)?.[1]?.toLowerCase() ?? '');
}
