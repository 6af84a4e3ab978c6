import * as vscode from 'vscode';
import type { Answered, Asked, WorkerCall } from '../protocol/worker';
import { ReaderError } from './errors';
import type { Log } from './log';
import { WorkerConnection, WorkerEndedError } from './worker-connection';

export interface AskContext {
  readonly extensionUri: vscode.Uri;
  readonly log: Log;
}

/** What the user is told where there is no worker, and where it ends before it answers. */
export interface FailureWords {
  readonly noWorker: string;
  readonly noMemory: string;
}

/**
 * Asks a worker of its own, which ends with the answer: ending it is the one way to stop what it does at once, and the indexes must not go with it.
 *
 * @throws ReaderError with the words given
 * @throws vscode.CancellationError when the token is cancelled
 */
export async function askWorker<Call extends WorkerCall>(
  { extensionUri, log }: AskContext,
  kind: Call,
  asked: Asked<Call>,
  { noWorker, noMemory }: FailureWords,
  token?: vscode.CancellationToken,
): Promise<Answered<Call>> {
  const connection = await WorkerConnection.start(extensionUri, {
    onInProcess() {
      throw new ReaderError(noWorker);
    },
    onEnd: () => undefined,
  });
  const cancelling = token?.onCancellationRequested(() => connection.dispose());
  try {
    if (token?.isCancellationRequested) {
      throw new vscode.CancellationError();
    }
    return await connection.call(kind, asked);
  } catch (error) {
    if (token?.isCancellationRequested) {
      throw new vscode.CancellationError();
    }
    if (error instanceof WorkerEndedError) {
      log.warn(`The worker ended during ${kind}: ${error.message}`);
      throw new ReaderError(noMemory);
    }
    throw error;
  } finally {
    cancelling?.dispose();
    connection.dispose();
  }
}
