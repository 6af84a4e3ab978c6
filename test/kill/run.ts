/** Kills writers of annotations, drafts and readings at random moments, and lets two windows write at once. usage: npm run test:kill [kills] */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { argv } from 'node:process';
import { killWriters } from './kill-writers';
import { writeInTwoWindows } from './two-windows';

const KILLS = 200;
const ANNOTATIONS = { each: 500, shared: 100 };

const folder = await mkdtemp(path.join(tmpdir(), 'lectern-kill-'));
try {
  const { kills, acknowledged, leftovers } = await killWriters(folder, Number(argv[2] ?? KILLS));
  console.log(`${kills} kills: all ${acknowledged} acknowledged writes are there, no file is broken, ${leftovers} leftovers were cleared.`);
  await writeInTwoWindows(folder, ANNOTATIONS.each, ANNOTATIONS.shared);
  console.log(`Two windows wrote ${ANNOTATIONS.each} annotations each and both changed the same ${ANNOTATIONS.shared}: nothing is lost.`);
} finally {
  await rm(folder, { recursive: true, force: true });
}
