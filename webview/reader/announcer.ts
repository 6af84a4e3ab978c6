import type { Reading, ReadingStatus } from '../../src/core/papers/reading';
import { element } from '../ui/element';

const STATUS_WORDS: Readonly<Record<ReadingStatus, string>> = {
  unread: 'Marked as unread',
  reading: 'Marked as reading',
  read: 'Marked as read',
};

/** Tells screen readers what changed, whoever changed it. */
export class Announcer {
  readonly element = element('p', { role: 'status', class: 'visually-hidden', 'data-testid': 'announcement' });
  private last: Reading | undefined;

  say(message: string): void {
    this.element.textContent = message;
  }

  /** Says nothing of the first reading: the page has only just been opened. */
  reading(reading: Reading): void {
    const before = this.last;
    this.last = reading;
    if (before === undefined) {
      return;
    }
    const changes = [
      before.status === reading.status ? [] : [STATUS_WORDS[reading.status]],
      before.starred === reading.starred ? [] : [reading.starred ? 'Starred' : 'Star taken off'],
    ].flat();
    if (changes.length > 0) {
      this.say(changes.join('. '));
    }
  }
}
