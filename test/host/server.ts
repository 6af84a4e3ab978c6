import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './port';
import type { Installation } from './provision';
import { ReaderError } from './reader-error';

const READY_LIMIT_MS = 30_000;
const POLL_MS = 100;
const STOP_LIMIT_MS = 4_000;

/** Settings a fresh user would have to click away, and whatever in VS Code asks the network. */
const USER_SETTINGS = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.settings.enableNaturalLanguageSearch': false,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/** In a test Running Extensions must open as an editor: as a modal one it would cover the rest. */
const TEST_SETTINGS = { 'workbench.editor.useModal': 'off' };

export interface ServerOptions {
  /** User data, extensions and logs; made when it is not there. Settings in it are kept. */
  readonly data: string;
  /** Any free port when left out. */
  readonly port?: number;
  /** Whoever opens the page must know it; without one every local process is let in, which is for tests. */
  readonly token?: string;
  /** Lets the page's address name an extension under development and its tests; shows no notification toasts. */
  readonly testing: boolean;
  readonly environment?: Readonly<Record<string, string>>;
}

/** A running VS Code server with its extension hosts. */
export interface Server {
  readonly port: number;
  readonly data: string;
  /** Ends the whole process group and waits for it. Safe to call twice. */
  stop(): Promise<void>;
  /** Resolves when the server ends, by itself or stopped. */
  readonly ended: Promise<void>;
}

/** Starts a server on the loopback interface and waits until it answers. */
export async function startServer(installation: Installation, options: ServerOptions): Promise<Server> {
  const { data } = options;
  await mkdir(path.join(data, 'User'), { recursive: true });
  const settings = path.join(data, 'User', 'settings.json');
  if (!existsSync(settings)) {
    await writeFile(settings, JSON.stringify({ ...USER_SETTINGS, ...(options.testing ? TEST_SETTINGS : {}) }, null, 2));
  }
  const port = await freePort(options.port);
  const log = path.join(data, 'server.log');
  const child = spawn(installation.node, [...serverArguments(options, port, await tokenFile(options))], {
    cwd: installation.folder,
    // An empty gallery: VS Code then never asks one for updates or recommendations.
    env: { ...process.env, EXTENSIONS_GALLERY: '{}', ...options.environment },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const sink = createWriteStream(log, { flags: 'a' });
  child.stdout.pipe(sink, { end: false });
  child.stderr.pipe(sink, { end: false });

  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const killGroup = (): void => signalGroup(child, 'SIGKILL');
  process.once('exit', killGroup);
  void ended.then(() => process.off('exit', killGroup));

  const server: Server = { port, data, ended, stop: () => stop(child, ended) };
  try {
    await untilReady(child, port, log);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return server;
}

async function tokenFile({ data, token }: ServerOptions): Promise<string | undefined> {
  if (token === undefined) return undefined;
  const file = path.join(data, 'connection-token');
  await writeFile(file, token, { mode: 0o600 });
  return file;
}

function serverArguments({ data, testing }: ServerOptions, port: number, tokenPath: string | undefined): readonly string[] {
  return [
    'out/server-main.js',
    ...['--host', '127.0.0.1', '--port', String(port)],
    ...(tokenPath ? ['--connection-token-file', tokenPath] : ['--without-connection-token']),
    ...['--user-data-dir', data, '--server-data-dir', data, '--extensions-dir', extensionsFolder(data)],
    ...['--accept-server-license-terms', '--disable-workspace-trust', '--telemetry-level', 'off', '--disable-update-check'],
    // The auto-shutdown is for a test run that is killed too hard to stop its server.
    ...(testing ? ['--enable-smoke-test-driver', '--enable-remote-auto-shutdown'] : []),
  ];
}

/** Where a server with this data folder looks for installed extensions. */
export function extensionsFolder(data: string): string {
  return path.join(data, 'extensions');
}

async function untilReady(child: ChildProcess, port: number, log: string): Promise<void> {
  const limit = Date.now() + READY_LIMIT_MS;
  while (!(await answers(port))) {
    if (child.exitCode !== null || child.signalCode !== null) {
      throw new ReaderError(`VS Code's server ended while starting (${child.signalCode ?? `exit code ${child.exitCode ?? ''}`}).\n${await tail(log)}`);
    }
    if (Date.now() > limit) throw new ReaderError(`VS Code's server did not answer within ${READY_LIMIT_MS / 1000} s.\n${await tail(log)}`);
    await sleep(POLL_MS);
  }
}

async function answers(port: number): Promise<boolean> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/version`);
    return response.ok;
  } catch {
    return false; // not listening yet
  }
}

async function tail(log: string): Promise<string> {
  const text = await readFile(log, 'utf8').catch(() => '');
  return text.trim().split('\n').slice(-15).join('\n');
}

async function stop(child: ChildProcess, ended: Promise<void>): Promise<void> {
  signalGroup(child, 'SIGTERM');
  const patience = new AbortController();
  const late = sleep(STOP_LIMIT_MS, undefined, { signal: patience.signal }).catch(() => undefined);
  await Promise.race([ended, late]);
  patience.abort();
  signalGroup(child, 'SIGKILL'); // extension hosts may outlive the server by a moment
  await ended;
}

/** The server is the leader of its own group, which its extension hosts belong to. */
function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // the group has ended already
  }
}
