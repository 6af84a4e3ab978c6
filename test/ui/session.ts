import type { Browser, BrowserContext } from 'playwright-core';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { workbenchAddress } from '../host/address';
import { launchBrowser } from '../host/browser';
import { ROOT } from '../host/paths';
import { provision, type Installation } from '../host/provision';
import type { Release } from '../host/releases';
import { copySample } from '../host/sample-workspace';
import { startServer, type Server } from '../host/server';
import { Connections } from './connections';
import { Requests } from './requests';
import { Workbench } from './workbench';

const SIZE = { width: 1600, height: 1000 };
const PATIENCE_MS = 20_000;

export interface SessionOptions {
  /** `development`: this repository as an extension under development. `installed`: what the data folder has installed. */
  readonly extension: 'development' | 'installed';
  /** Prepares the data folder before the server starts, for example by installing a package. */
  readonly prepare?: (installation: Installation, data: string) => Promise<void>;
}

/** One person's VS Code: a server with its data, a workspace folder, a browser with its storage, and one window. */
export class Session {
  private constructor(
    readonly workspace: string,
    readonly requests: Requests,
    readonly connections: Connections,
    private readonly installation: Installation,
    private readonly options: SessionOptions,
    private readonly folder: string,
    private readonly browser: Browser,
    private readonly context: BrowserContext,
    private server: Server,
  ) {}

  /** A fresh VS Code of a release on a fresh copy of the sample folder. */
  static async start(release: Release, options: SessionOptions): Promise<Session> {
    const installation = await provision(release);
    const folder = await mkdtemp(path.join(tmpdir(), 'lectern-ui-'));
    const workspace = path.join(folder, 'workspace');
    await copySample(workspace);
    const data = path.join(folder, 'data');
    await options.prepare?.(installation, data);
    const connections = await Connections.watch(folder);
    const server = await startServer(installation, { data, testing: true, environment: connections.environment });
    try {
      const browser = await launchBrowser();
      const context = await browser.newContext({ viewport: SIZE, reducedMotion: 'reduce' });
      context.setDefaultTimeout(PATIENCE_MS);
      return new Session(workspace, new Requests(context), connections, installation, options, folder, browser, context, server);
    } catch (error) {
      await server.stop();
      throw error;
    }
  }

  /** Opens a window of the workbench. */
  async open(): Promise<Workbench> {
    const workbench = new Workbench(await this.context.newPage());
    const development = this.options.extension === 'development' ? { development: ROOT } : {};
    await workbench.page.goto(workbenchAddress(this.server, { workspace: this.workspace, ...development }));
    await workbench.ready();
    return workbench;
  }

  /** Ends the server and starts one on the same data and port, as after a restart of the machine. */
  async restart(): Promise<void> {
    const { data, port } = this.server;
    await this.server.stop();
    this.server = await startServer(this.installation, { data, port, testing: true, environment: this.connections.environment });
  }

  async end(): Promise<void> {
    await this.browser.close();
    await this.server.stop();
    await rm(this.folder, { recursive: true, force: true });
  }
}
