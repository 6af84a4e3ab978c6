import assert from 'node:assert/strict';
import { build } from 'esbuild';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { workbenchAddress } from '../host/address';
import { launchBrowser } from '../host/browser';
import { ROOT } from '../host/paths';
import { provision } from '../host/provision';
import { NEWEST } from '../host/releases';
import { startServer } from '../host/server';
import { listen } from '../host/window';
import type { Line } from './acknowledged';
import { check, checkLeftovers, type Places } from './checker';
import type { Tally } from './kill-writers';

/** Of one host, at most: it is killed after so many lines. */
const MOST_LINES = 60;
const PATIENCE_MS = 60_000;
const LOOK_MS = 10;

/** Opens windows of a real VS Code one after another on the same folder, kills the extension host of each while it writes, and checks after each what it was told to be written. */
export async function killHosts(folder: string, kills: number, tell: (line: string) => void = () => undefined): Promise<Tally> {
  const workspace = path.join(folder, 'workspace');
  const told = path.join(folder, 'told');
  await Promise.all([workspace, told].map((one) => mkdir(one)));
  const tests = await builtHostWriter(folder);
  const server = await startServer(await provision(NEWEST), {
    data: path.join(folder, 'data'),
    testing: true,
    environment: { LECTERN_KILL_FOLDER: folder },
  });
  const browser = await launchBrowser();
  const places: Places = {
    annotations: path.join(workspace, '.lectern', 'annotations'),
    drafts: path.join(folder, 'storage', 'drafts'),
    readings: path.join(folder, 'storage', 'library', 'reading.json'),
  };
  try {
    const written = new Map<string, readonly Line[]>();
    for (let kill = 0; kill < kills; kill++) {
      const { paper, lines } = await killOne(browser, workbenchAddress(server, { workspace, development: ROOT, tests }), told, new Set(written.keys()));
      await check(places, paper, lines);
      written.set(paper, lines);
      tell(`${kill + 1} of ${kills} extension hosts killed, ${lines.length} writes acknowledged by the last`);
    }
    for (const [paper, lines] of written) {
      await check(places, paper, lines); // Nor did a later one harm what an earlier one wrote.
    }
    const acknowledged = [...written.values()].reduce((sum, lines) => sum + lines.length, 0);
    return { kills, acknowledged, leftovers: await checkLeftovers(places) };
  } finally {
    await browser.close();
    await server.stop();
  }
}


async function builtHostWriter(folder: string): Promise<string> {
  const outfile = path.join(folder, 'host-writer.js');
  await build({
    entryPoints: ['test/kill/host-writer.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode'],
    logLevel: 'warning',
  });
  return outfile;
}

/** Lets one host write until it has told enough, and kills it in the midst of the next. */
async function killOne(browser: Browser, address: string, told: string, before: ReadonlySet<string>): Promise<{ readonly paper: string; readonly lines: readonly Line[] }> {
  const page = await browser.newPage();
  try {
    await listen(page, () => undefined);
    await page.goto(address);
    const most = 1 + Math.floor(Math.random() * MOST_LINES);
    const isNew = (name: string) => !before.has(path.basename(name, '.jsonl'));
    const file = await soon('an extension host begins to write', async () => (await readdir(told)).find(isNew));
    const place = path.join(told, file);
    await soon('it has written enough', async () => ((await linesOf(place)).length >= most ? true : undefined));
    await sleep(Math.random() * 5); // Anywhere in the writing of the next ones.
    const paper = path.basename(file, '.jsonl');
    process.kill(Number(paper.split('-')[1]), 'SIGKILL');
    return { paper, lines: (await linesOf(place)).map((line) => JSON.parse(line) as Line) };
  } finally {
    await page.close();
  }
}

/** Whole lines only: the last may be in the making. */
async function linesOf(file: string): Promise<readonly string[]> {
  const lines = (await readFile(file, 'utf8')).split('\n');
  const failed = lines.find((line) => line.includes('"what":"failed"'));
  assert.equal(failed, undefined, 'the host wrote until it was killed');
  return lines.slice(0, -1);
}

async function soon<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
  const limit = Date.now() + PATIENCE_MS;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > limit) throw new Error(`Not within ${PATIENCE_MS / 1000} s: ${what}.`);
    await sleep(LOOK_MS);
  }
}
