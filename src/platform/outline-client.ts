import type * as vscode from 'vscode';
import type { PageOutline } from '../core/papers/page-outline';
import type { Log } from './log';
import { retryLater } from './retry-later';
import { WorkerConnection } from './worker-connection';

/** Reads the outlines of pages in a worker of its own: what a page does to it is nothing to the search. Nothing is started before it is needed. */
export class OutlineClient implements vscode.Disposable {
  private connection: Promise<WorkerConnection> | undefined;

  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly log: Log,
  ) {}

  dispose(): void {
    void this.end(this.connection);
    this.connection = undefined;
  }

  /** Rejects where the host has no worker, and when the worker ends before it answers. */
  async outline(text: string): Promise<PageOutline> {
    this.connection ??= retryLater(this.start(), () => (this.connection = undefined));
    return (await this.connection).call('outline', { text });
  }

  private start(): Promise<WorkerConnection> {
    const forget = (reason: string): void => {
      this.log.warn(`The worker that reads outlines ended: ${reason}`);
      this.connection = undefined;
    };
    return WorkerConnection.start(this.extensionUri, {
      onInProcess: (reason) => this.log.info(`Digests have no outline here: there is no worker to read them in: ${reason}`),
      onEnd: forget,
    });
  }

  private async end(connection: Promise<WorkerConnection> | undefined): Promise<void> {
    try {
      (await connection)?.dispose();
    } catch {
      // It never started.
    }
  }
}
