import { readFile } from 'node:fs/promises';
import { replaceOnDisk } from '../../../src/platform/disk-files';
import { lockOnDisk, type LockTimes } from '../../../src/platform/disk-lock';

/** Reads the number in a file, adds one and writes it, under the file's lock. */
export async function addOneTo(file: string, times?: LockTimes): Promise<void> {
  const release = await lockOnDisk(file, times);
  try {
    const count = Number(await readFile(file, 'utf8'));
    await replaceOnDisk(file, new TextEncoder().encode(String(count + 1)));
  } finally {
    await release();
  }
}
