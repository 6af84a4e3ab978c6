import type { DraftPurpose, DraftView, FromReaderAnnotations } from '../../src/protocol/reader-annotations';

/** How long after a letter a draft is sent to be kept at the latest, in milliseconds. */
const PAUSE_MS = 300;

/** Keeps what is being written on disk, while it is being written. */
export class DraftKeeper {
  private readonly waiting = new Map<string, { readonly draft: DraftView; readonly timer: ReturnType<typeof setTimeout> }>();

  constructor(private readonly send: (message: FromReaderAnnotations) => void) {
    // A page that is hidden may never come back.
    document.addEventListener('visibilitychange', () => this.flush());
    window.addEventListener('pagehide', () => this.flush());
    window.addEventListener('blur', () => this.flush());
  }

  keep(id: string, purpose: DraftPurpose, comment: string): void {
    const draft = { id, purpose, comment };
    // The timer is not begun anew: who writes without a pause is to lose no more than one.
    this.waiting.set(id, { draft, timer: this.waiting.get(id)?.timer ?? setTimeout(() => this.sendOne(id), PAUSE_MS) });
  }

  drop(id: string): void {
    clearTimeout(this.waiting.get(id)?.timer);
    this.waiting.delete(id);
    this.send({ kind: 'dropDraft', id });
  }

  flush(): void {
    [...this.waiting.keys()].forEach((id) => this.sendOne(id));
  }

  private sendOne(id: string): void {
    const waiting = this.waiting.get(id);
    if (waiting !== undefined) {
      clearTimeout(waiting.timer);
      this.waiting.delete(id);
      this.send({ kind: 'keepDraft', draft: waiting.draft });
    }
  }
}

/** A name for a draft that no other page gives. */
export function newDraftId(): string {
  return `page-${Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
