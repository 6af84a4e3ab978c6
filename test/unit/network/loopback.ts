import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A real server on this machine that answers as a test says, and keeps the requests. */
export class Loopback {
  readonly requests: IncomingMessage[] = [];
  answer: Answer = (_request, response) => response.end();

  private constructor(
    private readonly server: Server,
    readonly base: string,
  ) {}

  static async start(): Promise<Loopback> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const loopback = new Loopback(server, `http://127.0.0.1:${port}`);
    server.on('request', (request, response) => {
      loopback.requests.push(request);
      loopback.answer(request, response);
    });
    return loopback;
  }

  /** Forgets the requests so far. */
  reset(): void {
    this.requests.length = 0;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }
}
