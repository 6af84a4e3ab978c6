import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';
import path from 'node:path';
import type { Line } from './acknowledged';
import { check, checkLeftovers, placesIn } from './checker';

/** Of one writer, at most: it is killed after so many lines. */
const MOST_LINES = 60;

export interface Tally {
  readonly kills: number;
  readonly acknowledged: number;
  readonly leftovers: number;
}

/** Bundles one of the programs of this folder into another folder, and gives its path. */
export async function built(program: 'writer' | 'window', folder: string): Promise<string> {
  const outfile = path.join(folder, `${program}.mjs`);
  await build({
    entryPoints: [`test/kill/${program}.ts`],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'warning',
  });
  return outfile;
}

/** Starts writers one after another in the same folder, kills each at a random moment, and checks after each what it was told to be written. */
export async function killWriters(folder: string, kills: number): Promise<Tally> {
  const writer = await built('writer', folder);
  const places = placesIn(folder);
  let acknowledged = 0;
  const told: { paper: string; lines: readonly Line[] }[] = [];
  for (let kill = 0; kill < kills; kill++) {
    const paper = `paper-${kill}`;
    const lines = await killOne(writer, folder, paper);
    await check(places, paper, lines);
    told.push({ paper, lines });
    acknowledged += lines.length;
  }
  for (const { paper, lines } of told) {
    await check(places, paper, lines); // Nor did a later one harm what an earlier one wrote.
  }
  return { kills, acknowledged, leftovers: await checkLeftovers(places) };
}

async function killOne(writer: string, folder: string, paper: string): Promise<readonly Line[]> {
  const child = spawn(process.execPath, [writer, folder, paper], { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines: Line[] = [];
  const most = 1 + Math.floor(Math.random() * MOST_LINES);
  const exited = once(child, 'exit');
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(JSON.parse(line) as Line);
    if (lines.length === most) {
      setTimeout(() => child.kill('SIGKILL'), Math.random() * 5); // Anywhere in the writing of the next ones.
    }
  }
  assert.deepEqual(await exited, [null, 'SIGKILL'], 'the writer wrote until it was killed');
  return lines;
}
