import * as vscode from 'vscode';
import type { Answered, Asked, WorkerCall, WorkerRequest } from '../protocol/worker';
import { parseWorkerReply } from '../protocol/worker-messages';
import { startInProcess } from './in-process-worker';
import { startWorker } from './start-worker';
import type { StartWorker, WorkerScript, WorkerTransport } from './worker-transport';

/** The worker ended before it answered. */
export class WorkerEndedError extends Error {
  override readonly name = 'WorkerEndedError';
}

interface Waiting {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
}

export interface ConnectionEvents {
  /** The host has no worker: its work is done in the host, in between, if that is a browser's. */
  onInProcess(reason: string): void;
  /** The worker ended by itself. All calls reject. */
  onEnd(reason: string): void;
}

/** A running worker that can be asked. */
export class WorkerConnection implements vscode.Disposable {
  private readonly waiting = new Map<number, Waiting>();
  private readonly transport: Promise<WorkerTransport>;
  private lastId = 0;
  private ready: Waiting | undefined;
  private ended = false;

  /** Starts a worker; rejects when it ends before it is ready. */
  private static begin(start: StartWorker, apart: boolean, script: WorkerScript, events: ConnectionEvents): Promise<WorkerConnection> {
    return new Promise((resolve, reject) => {
      const connection = new WorkerConnection(start, apart, script, events, { resolve: () => resolve(connection), reject });
    });
  }

  /** Starts a worker, in the host's own process where a browser gives it none. Rejects where there is none at all: a scan then answers. */
  static async start(extensionUri: vscode.Uri, events: ConnectionEvents): Promise<WorkerConnection> {
    const uri = vscode.Uri.joinPath(extensionUri, 'dist', 'worker.js');
    const script: WorkerScript = {
      path: uri.scheme === 'file' ? uri.fsPath : undefined,
      read: async () => Uint8Array.from(await vscode.workspace.fs.readFile(uri)),
    };
    try {
      return await WorkerConnection.begin(startWorker, true, script, events);
    } catch (error) {
      events.onInProcess(String(error));
      return WorkerConnection.begin(startInProcess, false, script, events);
    }
  }

  private constructor(
    start: StartWorker,
    /** It has a thread of its own. */
    readonly apart: boolean,
    script: WorkerScript,
    private readonly events: ConnectionEvents,
    ready: Waiting,
  ) {
    this.ready = ready;
    this.transport = start(script, { onMessage: (message) => this.receive(message), onEnd: (reason) => this.finish(reason) });
    this.transport.catch((error: unknown) => this.finish(String(error)));
  }

  /** Ends the worker, whatever it is doing. Calls that wait reject. */
  dispose(): void {
    if (!this.ended) {
      this.ended = true;
      this.rejectAll('it was ended');
      void this.transport.then((transport) => transport.end());
    }
  }

  /**
   * Asks the worker. What is sent is copied.
   *
   * @param given parts of it that go over to the worker instead, when they have their memory for themselves
   *
   * @throws WorkerEndedError when it ends before it answers
   */
  async call<Call extends WorkerCall>(kind: Call, asked: Asked<Call>, given: readonly Uint8Array[] = []): Promise<Answered<Call>> {
    const transport = await this.transport;
    return new Promise<Answered<Call>>((resolve, reject) => {
      if (this.ended) {
        reject(new WorkerEndedError('The worker has ended.'));
        return;
      }
      const id = ++this.lastId;
      // The protocol pairs each kind with its answer.
      this.waiting.set(id, { resolve: resolve as (answer: unknown) => void, reject });
      transport.post({ ...asked, kind, id } as unknown as WorkerRequest, given.flatMap(ownMemory));
    });
  }

  private receive(message: unknown): void {
    const reply = parseWorkerReply(message);
    switch (reply?.kind) {
      case 'ready':
        this.ready?.resolve(undefined);
        this.ready = undefined;
        return;
      case 'answered':
        this.take(reply.id)?.resolve(reply.answer);
        return;
      case 'failed':
        this.take(reply.id)?.reject(new Error(reply.reason));
        return;
      case undefined:
        this.finish('it sent a message that is not in its protocol');
        void this.transport.then((transport) => transport.end());
    }
  }

  private take(id: number): Waiting | undefined {
    const waiting = this.waiting.get(id);
    this.waiting.delete(id);
    return waiting;
  }

  private finish(reason: string): void {
    if (this.ended) {
      return;
    }
    this.ended = true;
    if (this.ready) {
      this.ready.reject(new WorkerEndedError(reason));
    } else {
      this.events.onEnd(reason);
    }
    this.rejectAll(reason);
  }

  private rejectAll(reason: string): void {
    for (const { reject } of this.waiting.values()) {
      reject(new WorkerEndedError(`The worker has ended: ${reason}`));
    }
    this.waiting.clear();
  }
}

function ownMemory({ buffer, byteLength }: Uint8Array): readonly ArrayBuffer[] {
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : [];
}

/** `undefined` when the worker ended before it answered. */
export async function orEnded<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof WorkerEndedError) {
      return undefined;
    }
    throw error;
  }
}
