import * as vscode from 'vscode';
import type { ImportOptions } from './stores';

/** Files written at the same time. */
const AT_ONCE = 8;

/** Steps in which progress is shown. */
const STEPS = 100;

/**
 * Works on many items, a few at a time. The first failure ends it, once the work under way is done.
 *
 * @throws vscode.CancellationError
 */
export async function workOnMany<T>(items: readonly T[], work: (item: T) => Promise<void>, { token, progress }: ImportOptions = {}): Promise<void> {
  let next = 0;
  let done = 0;
  let failure: { readonly error: unknown } | undefined;
  const turn = async (): Promise<void> => {
    for (let item = items[next++]; item !== undefined && failure === undefined; item = items[next++]) {
      try {
        if (token?.isCancellationRequested) {
          throw new vscode.CancellationError();
        }
        await work(item);
      } catch (error) {
        failure ??= { error };
      }
      done++;
      if (Math.floor((done * STEPS) / items.length) > Math.floor(((done - 1) * STEPS) / items.length)) {
        progress?.report({ message: vscode.l10n.t('{0} of {1}', done, items.length), increment: 100 / STEPS });
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, turn));
  if (failure !== undefined) {
    throw failure.error;
  }
}
