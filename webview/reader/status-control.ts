import { READING_STATUSES, type Reading, type ReadingStatus } from '../../src/core/papers/reading';
import { element, icon } from '../ui/element';

const WORDS: Readonly<Record<ReadingStatus, { readonly label: string; readonly key: string; readonly icon: string }>> = {
  unread: { label: 'Unread', key: 'U', icon: 'circle-large-outline' },
  reading: { label: 'Reading', key: 'G', icon: 'book' },
  read: { label: 'Read', key: 'R', icon: 'pass' },
};

/** Reading status as a radio group, and the star. Both say what is set even when setting it failed. */
export class StatusControl {
  readonly element: HTMLElement;
  private readonly radios: ReadonlyMap<ReadingStatus, HTMLInputElement>;
  private readonly star: HTMLButtonElement;

  constructor(setStatus: (status: ReadingStatus) => void, toggleStar: () => void) {
    this.radios = new Map(READING_STATUSES.map((status) => [status, radio(status, setStatus)]));
    this.star = element('button', { type: 'button', class: 'star', 'aria-pressed': 'false', title: 'Star (S)', 'data-testid': 'star' }, []);
    this.star.addEventListener('click', toggleStar);
    const segments = [...this.radios].map(([status, input]) =>
      element('label', { class: 'segment', title: `${WORDS[status].label} (${WORDS[status].key})` }, [input, icon(WORDS[status].icon), WORDS[status].label]),
    );
    this.element = element('div', { class: 'controls' }, [
      element('fieldset', { class: 'status' }, [element('legend', { class: 'visually-hidden' }, ['Reading status']), ...segments]),
      this.star,
    ]);
  }

  show({ status, starred }: Reading): void {
    for (const [each, input] of this.radios) {
      input.checked = each === status;
    }
    this.star.setAttribute('aria-pressed', String(starred));
    this.star.replaceChildren(icon(starred ? 'star-full' : 'star-empty'), 'Star');
  }
}

function radio(status: ReadingStatus, setStatus: (status: ReadingStatus) => void): HTMLInputElement {
  const input = element('input', { type: 'radio', name: 'status', value: status, 'aria-keyshortcuts': WORDS[status].key, 'data-testid': `status-${status}` });
  input.addEventListener('change', () => setStatus(status));
  return input;
}
