/**
 * Kills writers of annotations, drafts and readings at random moments: plain processes that write the files, and whole
 * extension hosts of a real VS Code; and lets two windows write at once. usage: npm run test:kill [kills]
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { argv } from 'node:process';
import { killHosts } from './kill-hosts';
import { killWriters, type Tally } from './kill-writers';
import { writeInTwoWindows } from './two-windows';

const KILLS = 200;
const ANNOTATIONS = { each: 500, shared: 100 };

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'lectern-kill-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function report(what: string, { kills, acknowledged, leftovers }: Tally): void {
  console.log(`${kills} ${what} killed: all ${acknowledged} acknowledged writes are there, no file is broken, ${leftovers} leftovers were cleared.`);
}

const kills = Number(argv[2] ?? KILLS);
report('processes', await inFolder((folder) => killWriters(folder, kills)));
await inFolder((folder) => writeInTwoWindows(folder, ANNOTATIONS.each, ANNOTATIONS.shared));
console.log(`Two windows wrote ${ANNOTATIONS.each} annotations each and both changed the same ${ANNOTATIONS.shared}: nothing is lost.`);
report('extension hosts', await inFolder((folder) => killHosts(folder, kills, console.log)));
