import type { WorkerRequest } from '../protocol/worker';

/** The host's end of the messages with a worker. */
export interface WorkerTransport {
  /** @param given memory that goes over to the worker; the sender has it no more */
  post(request: WorkerRequest, given: readonly ArrayBuffer[]): void;
  /** Ends the worker at once, whatever it is doing. `onEnd` is not called. */
  end(): void;
}

export interface TransportEvents {
  readonly onMessage: (message: unknown) => void;
  /** The worker ended by itself; with the reason for the log. */
  readonly onEnd: (reason: string) => void;
}

export interface WorkerScript {
  /** Path of the built worker, where it lies in the file system of this machine. */
  readonly path: string | undefined;
  /** Its text. */
  read(): Promise<Uint8Array<ArrayBuffer>>;
}

/** Starts a worker of this host; throws where there is none. */
export type StartWorker = (script: WorkerScript, events: TransportEvents) => Promise<WorkerTransport>;
