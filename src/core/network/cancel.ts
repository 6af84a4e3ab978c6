/** Tells that work is no longer wanted. VS Code's `CancellationToken` has this shape. */
export interface CancelSignal {
  readonly isCancellationRequested: boolean;
  onCancellationRequested(listener: () => void): { dispose(): void };
}

/** Work ended because it was no longer wanted: no failure, and nothing to tell the user. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';

  constructor() {
    super('Cancelled');
  }
}

/** @throws Cancelled when it is */
export function stopIfCancelled(cancel: CancelSignal | undefined): void {
  if (cancel?.isCancellationRequested === true) {
    throw new Cancelled();
  }
}
