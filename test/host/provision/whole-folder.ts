import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

const MARKER = '.ok';

/**
 * Makes a folder that is either whole or not there: it is filled under a temporary name and renamed with a
 * marker inside, so that an interrupted run is never used. Does nothing when the folder is whole already.
 * Folders that begin with `family` and are of an earlier recipe are removed.
 */
export async function makeWhole(folder: string, family: string, fill: (temporary: string) => Promise<void>): Promise<void> {
  if (existsSync(path.join(folder, MARKER))) return;
  const parent = path.dirname(folder);
  await mkdir(parent, { recursive: true });
  const temporary = await mkdtemp(path.join(parent, '.making-'));
  try {
    await fill(temporary);
    await writeFile(path.join(temporary, MARKER), '');
    if (existsSync(path.join(folder, MARKER))) return; // another process was faster; its folder is as good
    await removeFamily(parent, family);
    await rename(temporary, folder);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

async function removeFamily(parent: string, family: string): Promise<void> {
  for (const name of await readdir(parent)) {
    if (name.startsWith(family)) await rm(path.join(parent, name), { recursive: true, force: true });
  }
}
