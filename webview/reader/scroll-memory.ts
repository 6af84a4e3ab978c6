/** State that the editor keeps for the page while it is hidden and across reloads. */
export interface ReaderState {
  readonly key: string;
  /** Distance from the top in CSS pixels. */
  readonly scroll: number;
}

interface StateKeeper {
  state: ReaderState | undefined;
}

/** Remembers how far a paper is scrolled, and goes back there when it is shown again. */
export class ScrollMemory {
  private key: string | undefined;

  constructor(private readonly keeper: StateKeeper) {
    window.addEventListener('scrollend', () => this.remember());
    // A page that is hidden in the middle of a scroll gets no `scrollend`.
    window.addEventListener('pagehide', () => this.remember());
  }

  /** To be called once the paper is on the page. */
  shown(key: string): void {
    if (key === this.key) {
      return;
    }
    this.key = key;
    const { state } = this.keeper;
    if (state?.key === key) {
      window.scrollTo({ top: state.scroll, behavior: 'instant' });
    } else {
      this.remember();
    }
  }

  private remember(): void {
    if (this.key !== undefined) {
      this.keeper.state = { key: this.key, scroll: window.scrollY };
    }
  }
}
