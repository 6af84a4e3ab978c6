import type { BrowserContext, Request } from 'playwright-core';

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]', '::1']);
/** Requests of these schemes never leave the browser. */
const INTERNAL = new Set(['data:', 'blob:', 'about:', 'chrome:', 'chrome-extension:', 'devtools:', 'vscode-file:', 'vscode-webview:']);

/** What the pages of a browser context asked for. */
export class Requests {
  private total = 0;
  private readonly suspects: Promise<string | undefined>[] = [];

  constructor(context: BrowserContext) {
    context.on('request', (request) => {
      this.total += 1;
      // Followed from the start: once a page is closed its requests tell no more.
      if (isOutside(request.url())) this.suspects.push(unlessAnsweredWithin(request));
    });
    context.on('page', (page) =>
      page.on('websocket', (socket) => {
        this.total += 1;
        if (isOutside(socket.url())) this.suspects.push(Promise.resolve(socket.url()));
      }),
    );
  }

  get count(): number {
    return this.total;
  }

  /** Addresses outside this machine. VS Code itself asks for none: its gallery, updates and telemetry are off. */
  async outside(): Promise<readonly string[]> {
    const addresses = await Promise.all(this.suspects);
    return addresses.filter((address) => address !== undefined);
  }
}

/** A webview's own files have an https address that VS Code's service worker answers: nothing leaves the browser. */
async function unlessAnsweredWithin(request: Request): Promise<string | undefined> {
  const response = await request.response().catch(() => null);
  return response?.fromServiceWorker() ? undefined : request.url();
}

export function isOutside(address: string): boolean {
  const url = new URL(address);
  return !INTERNAL.has(url.protocol) && !isLoopback(url.hostname);
}

export function isLoopback(host: string): boolean {
  return LOOPBACK.has(host);
}
