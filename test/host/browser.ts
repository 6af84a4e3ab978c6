import { chromium, type Browser } from 'playwright-core';
import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';
import { run } from './command';
import { ROOT } from './paths';
import { ReaderError } from './reader-error';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];

const USUAL_PLACES: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: ['/opt/google/chrome/chrome', '/snap/bin/chromium'],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((variable) => {
    const folder = process.env[variable];
    return folder ? [path.join(folder, 'Google/Chrome/Application/chrome.exe'), path.join(folder, 'Microsoft/Edge/Application/msedge.exe')] : [];
  }),
};

/** Arguments for a browser without a window whose WebGPU runs on the software adapter, the same on every machine. */
export const SOFTWARE_WEBGPU = ['--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader'];

const QUIET = [
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--disable-sync',
];

/** Chrome refuses its sandbox to root, and only to root. */
export function sandboxArguments(): readonly string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

/** Starts a browser without a window, installing one first where there is none. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await provideBrowser(),
    headless: true,
    args: [...sandboxArguments(), ...QUIET, ...SOFTWARE_WEBGPU],
  });
}

/**
 * Path of a Chrome, Chromium or Edge: `CHROME` of the environment, the PATH, the usual places, Playwright's cache;
 * else one is installed. Throws a `ReaderError` that says what to do when none can be had.
 */
export async function provideBrowser(): Promise<string> {
  const found = findBrowser();
  if (found) return found;
  const asRoot = process.getuid?.() === 0;
  console.error('No Chrome or Chromium found; installing Chromium …');
  if (process.platform === 'linux' && asRoot && onPath('apt-get')) {
    await run('apt-get', ['update'], { output: 'stderr' });
    await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], {
      output: 'stderr',
      environment: { DEBIAN_FRONTEND: 'noninteractive' },
    });
  } else {
    const cli = path.join(ROOT, 'node_modules', 'playwright-core', 'cli.js');
    await run(process.execPath, [cli, 'install', 'chromium'], { output: 'stderr' });
  }
  const installed = findBrowser();
  if (installed) return installed;
  throw new ReaderError(`No Chrome or Chromium was found and none could be installed.
Install one (Debian and Ubuntu: "apt-get install chromium") or set CHROME to the path of its executable, then try again.`);
}

function findBrowser(): string | undefined {
  const chosen = process.env['CHROME'];
  if (chosen) {
    if (existsSync(chosen)) return chosen;
    throw new ReaderError(`CHROME is set to ${chosen}, where there is no file. Set it to the path of a Chrome or Chromium executable.`);
  }
  const places = [...(USUAL_PLACES[process.platform] ?? []), chromium.executablePath()];
  return NAMES.map(onPath).find((file) => file !== undefined) ?? places.find((file) => existsSync(file));
}

/** Where a command is on the PATH, if it is. */
export function onPath(command: string): string | undefined {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd'] : [''];
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter((folder) => folder !== '');
  return folders.flatMap((folder) => endings.map((ending) => path.join(folder, command + ending))).find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
