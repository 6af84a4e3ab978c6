import { link, mkdir, open, readlink, realpath, rename, stat, unlink } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { isDiskError } from './disk-error';
import { pause } from './pause';
import { randomSuffix } from './random-suffix';

/** What a file system without hard links says to one. */
export const NO_HARD_LINKS = ['EPERM', 'EACCES', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EINVAL', 'EMLINK', 'EXDEV'];

/** Windows refuses to replace a file while another program, such as a virus scanner, looks at it: how often and with which pauses it is tried again. */
const IN_USE = { codes: ['EPERM', 'EACCES', 'EBUSY'], most: 10, pauseMs: 20 };

/** How many symbolic links may follow one another, as Linux has it. */
const MOST_LINKS = 40;

/**
 * Content of a file of this machine, in one piece of memory: read in small ones, as VS Code does, a large file leaves the heap of the
 * process in pieces that are not given back. Rejects with Node's error.
 */
export async function readOnDisk(path: string): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const content = new Uint8Array(size);
    let length = 0;
    for (let bytesRead = -1; bytesRead !== 0 && length < size; length += bytesRead) {
      ({ bytesRead } = await file.read(content, length, size - length));
    }
    return length === size ? content : content.slice(0, length);
  } finally {
    await file.close();
  }
}

/**
 * Replaces a file of this machine, or makes it: whoever reads it sees the old content or the new one, also after the process
 * or the machine stops in between. A symbolic link stays one, and the file keeps its mode. Rejects with Node's error.
 */
export async function replaceOnDisk(path: string, content: Uint8Array): Promise<void> {
  const target = await followLinks(path);
  await throughTemporary(target, content, (temporary) => renameInUse(temporary, target));
}

/**
 * Makes a file of this machine that must not be there yet, whole or not at all. Rejects with Node's error.
 *
 * @returns false when something of that name is there; of two that ask at once, one gets true
 */
export async function createOnDisk(path: string, content: Uint8Array): Promise<boolean> {
  try {
    await throughTemporary(path, content, (temporary) => claim(temporary, path));
    return true;
  } catch (error) {
    if (isDiskError(error, 'EEXIST')) {
      return false;
    }
    throw error;
  }
}

/** Where a path leads once symbolic links are followed, also to a file that is not there yet. */
export async function followLinks(path: string, most = MOST_LINKS): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if (!isDiskError(error, 'ENOENT') || most === 0) {
      throw error;
    }
  }
  let target: string;
  try {
    target = await readlink(path);
  } catch {
    return path; // No link: the file or a folder above it is yet to be made.
  }
  return followLinks(resolve(dirname(path), target), most - 1);
}

/** Writes content beside a file and hands it over; what was not taken is removed. */
async function throughTemporary(path: string, content: Uint8Array, take: (temporary: string) => Promise<void>): Promise<void> {
  const temporary = `${path}.${randomSuffix()}.tmp`;
  await mkdir(dirname(path), { recursive: true });
  try {
    await writeFlushed(temporary, content, await modeOf(path));
    await take(temporary);
  } finally {
    await removeIfThere(temporary);
  }
  await flushFolder(dirname(path));
}

async function writeFlushed(path: string, content: Uint8Array, mode: number | undefined): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(content);
    if (mode !== undefined) {
      await file.chmod(mode);
    }
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Gives a file a second name if that name is free. Without hard links an empty file holds the name until it is replaced. */
async function claim(temporary: string, path: string): Promise<void> {
  try {
    await link(temporary, path);
  } catch (error) {
    if (!isDiskError(error, ...NO_HARD_LINKS)) {
      throw error;
    }
    const placeholder = await open(path, 'wx');
    await placeholder.close();
    try {
      await renameInUse(temporary, path);
    } catch (failure) {
      await removeIfThere(path);
      throw failure;
    }
  }
}

async function renameInUse(from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await rename(from, to);
      return;
    } catch (error) {
      if (!isDiskError(error, ...IN_USE.codes) || attempt > IN_USE.most) {
        throw error;
      }
      await pause(IN_USE.pauseMs);
    }
  }
}

async function modeOf(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).mode & 0o7777;
  } catch {
    return undefined; // Not there, or the write will say what is wrong.
  }
}

/** Makes a new name last, where folders can be flushed: Windows cannot, and does it by itself. */
async function flushFolder(path: string): Promise<void> {
  try {
    const folder = await open(path, 'r');
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  } catch {
    // The content is flushed and in place; this file system keeps names in its own way.
  }
}

async function removeIfThere(path: string): Promise<void> {
  try {
    await unlink(path);
  } catch {
    // It was renamed, or was never made; a failure of the write itself is what is reported.
  }
}
