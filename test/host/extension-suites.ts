import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { workbenchAddress } from './address';
import { launchBrowser } from './browser';
import { EXTENSION_TESTS, ROOT, SCREENSHOTS } from './paths';
import { provision } from './provision';
import { ReaderError } from './reader-error';
import type { Release } from './releases';
import { startServer } from './server';
import { listen } from './window';
import type { Tally } from '../steps/tally';

const LIMIT_MS = 120_000;

/** Runs the extension suites in an extension host of a release, on an empty folder. */
export async function runExtensionSuites(release: Release, grep: string | undefined): Promise<Tally> {
  const installation = await provision(release);
  const folder = await mkdtemp(path.join(tmpdir(), 'lectern-extension-'));
  try {
    const workspace = path.join(folder, 'workspace');
    await mkdir(workspace);
    const results = path.join(folder, 'results.json');
    const server = await startServer(installation, {
      data: path.join(folder, 'data'),
      testing: true,
      environment: { LECTERN_TEST_RESULTS: results, LECTERN_TEST_GREP: grep ?? '' },
    });
    try {
      await inWindow(workbenchAddress(server, { workspace, development: ROOT, tests: EXTENSION_TESTS }), release);
    } finally {
      await server.stop();
    }
    return named(release, await readTally(results));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Opens the window whose extension host runs the suites, and waits for their end. */
async function inWindow(address: string, release: Release): Promise<void> {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    const { exit, log } = await listen(page, console.log);
    await page.goto(address);
    const patience = new AbortController();
    const late = sleep(LIMIT_MS, 'late' as const, { signal: patience.signal }).catch(() => 'late' as const);
    const outcome = await Promise.race([exit, late]);
    patience.abort();
    if (outcome === 'late') {
      const screenshot = path.join(SCREENSHOTS, `extension-${release.name}-late.png`);
      await page.screenshot({ path: screenshot });
      throw new ReaderError(`The extension tests did not end within ${LIMIT_MS / 1000} s. Screenshot: ${screenshot}\n${log.slice(-20).join('\n')}`);
    }
  } finally {
    await browser.close();
  }
}

async function readTally(results: string): Promise<Tally> {
  const written = await readFile(results, 'utf8').catch(() => undefined);
  if (written === undefined) throw new ReaderError('The extension host ended before its suites did; see the output above.');
  return JSON.parse(written) as Tally;
}

/** The same suites run in several releases: their failures must say in which. */
function named(release: Release, tally: Tally): Tally {
  return { ...tally, failures: tally.failures.map((failure) => ({ ...failure, title: `VS Code ${release.vscode}: ${failure.title}` })) };
}
