/** Holds the page's state and tells those who watch a part of it when that part is another one. */
export class Store<State extends object> {
  private readonly listeners: (() => void)[] = [];

  constructor(private current: State) {}

  get state(): State {
    return this.current;
  }

  set(change: Partial<State>): void {
    this.current = { ...this.current, ...change };
    for (const listener of this.listeners) listener();
  }

  /** Applies a part of the state now, and again whenever it is no longer the same value. */
  watch<Part>(select: (state: State) => Part, apply: (part: Part) => void): void {
    let last = select(this.current);
    apply(last);
    this.listeners.push(() => {
      const part = select(this.current);
      if (!Object.is(part, last)) {
        last = part;
        apply(part);
      }
    });
  }
}
