import { existsSync, statSync } from 'node:fs';
import { cp, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { CACHE, SAMPLE_SOURCE } from './paths';
import { ReaderError } from './reader-error';

/** The sample folder that `npm start` opens: copied once, then kept with whatever the user writes there. */
export async function sampleWorkspace(): Promise<string> {
  const folder = path.join(CACHE, 'sample-workspace');
  if (!existsSync(folder)) {
    const copying = `${folder}.copying`;
    await rm(copying, { recursive: true, force: true });
    await copySample(copying);
    await rename(copying, folder);
  }
  return folder;
}

/** A fresh copy of the sample folder. */
export async function copySample(folder: string): Promise<void> {
  await cp(SAMPLE_SOURCE, folder, { recursive: true });
}

/** The folder a user names, as an absolute path. */
export function existingFolder(named: string): string {
  const folder = path.resolve(named);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new ReaderError(`--workspace ${named}: there is no such folder (${folder}).`);
  }
  return folder;
}
