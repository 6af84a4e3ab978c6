interface HostApi<Out, State> {
  postMessage(message: Out): void;
  getState(): State | undefined;
  setState(state: State | undefined): void;
}

declare function acquireVsCodeApi(): unknown;

/** The page's end of the messages with the host. There is one per page: the host API can be acquired once. */
export class PageChannel<Out, In extends { readonly kind: string }, State> {
  private readonly host = acquireVsCodeApi() as HostApi<Out, State>;
  private readonly listeners: ((message: In) => void)[] = [];

  constructor() {
    // Messages to this window come from the host alone: the editor's outer frame relays them.
    window.addEventListener('message', (event: MessageEvent<In>) => {
      for (const listener of this.listeners) listener(event.data);
    });
  }

  send(message: Out): void {
    this.host.postMessage(message);
  }

  listen(onMessage: (message: In) => void): void {
    this.listeners.push(onMessage);
  }

  /** State that the editor keeps while the page is hidden and across reloads; `undefined` at first. */
  get state(): State | undefined {
    return this.host.getState();
  }

  set state(state: State | undefined) {
    this.host.setState(state);
  }
}

/** Marks a case that the types say cannot be. */
export function unreachable(value: never): never {
  throw new Error(`Unknown message: ${JSON.stringify(value)}`);
}
