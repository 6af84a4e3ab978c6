import { link, mkdir, open, readFile, readlink, stat, unlink, utimes } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { kill, pid, platform } from 'node:process';
import { isDiskError } from './disk-error';
import { followLinks, NO_HARD_LINKS } from './disk-files';
import { pause } from './pause';
import { randomSuffix } from './random-suffix';

/** All times in milliseconds. */
export interface LockTimes {
  /** How often a holder shows that it is alive. */
  readonly beatMs: number;
  /** How long a lock of a holder that cannot be looked up is watched without a beat before it is broken. */
  readonly staleMs: number;
  /** How long at most the lock is waited for. */
  readonly waitMs: number;
}

const TIMES: LockTimes = { beatMs: 2_000, staleMs: 10_000, waitMs: 30_000 };

/** Pause between two attempts, at least and at most: those who wait do not keep in step. */
const ATTEMPT_MS = { least: 2, most: 12 };

/** Removing a stale lock takes milliseconds: who is at it for longer was killed. */
const OLD_BREAKING_MS = 60_000;

/** How long Windows may refuse a name that is just being deleted. */
const DELETING = { codes: ['EPERM', 'EACCES', 'EBUSY'], mostMs: 1_000 };

/** The lock was held by others all the time that it was waited for. */
export class LockTimeout extends Error {
  override readonly name = 'LockTimeout';
}

/**
 * Takes the lock on a file of this machine: a file beside it, `<file>.lock`, that only one process can make and that says who
 * made it. What a killed process leaves is broken by the next: at once when the process was on this machine and is gone, else
 * when it shows no beat for a time that the one who waits measures itself, so that no two clocks are compared.
 *
 * @returns what gives the lock back
 * @throws LockTimeout, or Node's error when no file can be made there
 */
export async function lockOnDisk(path: string, times: LockTimes = TIMES): Promise<() => Promise<void>> {
  const target = await followLinks(path);
  await mkdir(dirname(target), { recursive: true });
  const lock = `${target}.lock`;
  const owner = `${await machine()} ${pid} ${randomSuffix()}`;
  const signed = `${lock}.${randomSuffix()}`;
  await writeNew(signed, owner);
  try {
    await take(lock, owner, signed, times);
  } finally {
    await remove(signed);
  }
  const beat = setInterval(() => void showAlive(lock, owner), times.beatMs);
  return async () => {
    clearInterval(beat);
    await giveBack(lock, owner);
  };
}

/** @param signed a file that says who asks; it becomes the lock, so that no lock is ever seen without a name */
async function take(lock: string, owner: string, signed: string, { staleMs, waitMs }: LockTimes): Promise<void> {
  const start = performance.now();
  let seen = '';
  let seenSince = start;
  for (;;) {
    const now = performance.now();
    try {
      if (await make(lock, owner, signed)) {
        return;
      }
    } catch (error) {
      if (!isDiskError(error, ...DELETING.codes) || now - start > DELETING.mostMs) {
        throw error;
      }
    }
    const held = await look(lock);
    const sign = `${held?.owner ?? ''} ${held?.beatMs ?? 0}`;
    if (sign !== seen) {
      seen = sign;
      seenSince = now;
    }
    if (held && (now - seenSince > staleMs || (await isGone(held.owner)))) {
      await breakLock(lock, held.owner, owner, signed);
    } else if (now - start > waitMs) {
      throw new LockTimeout(`${lock} is held by ${held?.owner ?? 'others in turn'}.`);
    } else {
      await pause(ATTEMPT_MS.least + Math.random() * (ATTEMPT_MS.most - ATTEMPT_MS.least));
    }
  }
}

/** @returns false when somebody holds it */
async function make(lock: string, owner: string, signed: string): Promise<boolean> {
  try {
    await linkOrWrite(lock, owner, signed);
    return true;
  } catch (error) {
    if (isDiskError(error, 'EEXIST')) {
      return false;
    }
    throw error;
  }
}

async function linkOrWrite(lock: string, owner: string, signed: string): Promise<void> {
  try {
    await link(signed, lock);
  } catch (error) {
    if (!isDiskError(error, ...NO_HARD_LINKS)) {
      throw error;
    }
    await writeNew(lock, owner);
  }
}

async function writeNew(path: string, owner: string): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(owner);
  } finally {
    await file.close();
  }
}

async function look(lock: string): Promise<{ readonly owner: string; readonly beatMs: number } | undefined> {
  try {
    const [owner, { mtimeMs }] = await Promise.all([readFile(lock, 'utf8'), stat(lock)]);
    return { owner, beatMs: mtimeMs };
  } catch {
    return undefined; // Given back meanwhile, or not to be read: then it is waited for.
  }
}

/** Whether the one who made a lock was a process of this machine that has ended. */
async function isGone(owner: string): Promise<boolean> {
  const [where, id] = owner.split(' ');
  if (where !== (await machine()) || !Number.isInteger(Number(id))) {
    return false;
  }
  try {
    kill(Number(id), 0);
    return false;
  } catch (error) {
    return isDiskError(error, 'ESRCH');
  }
}

/**
 * Removes a stale lock. Only one may do so at a time, or the slower would remove the new lock of the faster: it says so with a file
 * of its own. One that was killed in between leaves that file, which goes when its process is seen to be gone or it is old.
 */
async function breakLock(lock: string, stale: string, owner: string, signed: string): Promise<void> {
  const breaking = `${lock}.breaking`;
  if (!(await make(breaking, owner, signed))) {
    const other = await look(breaking);
    if (other && ((await isGone(other.owner)) || Date.now() - other.beatMs > OLD_BREAKING_MS)) {
      await remove(breaking);
    }
    return;
  }
  try {
    if ((await readFile(lock, 'utf8')) === stale) {
      await unlink(lock);
    }
  } catch {
    // It was given back meanwhile; the next attempt shows how it stands.
  } finally {
    await remove(breaking);
  }
}

async function showAlive(lock: string, owner: string): Promise<void> {
  try {
    if ((await readFile(lock, 'utf8')) === owner) {
      const now = new Date();
      await utimes(lock, now, now);
    }
  } catch {
    // The lock was broken, or the disk is away: the write that it is for will say so.
  }
}

async function giveBack(lock: string, owner: string): Promise<void> {
  if ((await look(lock))?.owner === owner) {
    await remove(lock);
  }
}

async function remove(path: string): Promise<void> {
  try {
    await unlink(path);
  } catch {
    // What is left of it is stale for the next.
  }
}

/** Where a process number means something: the host, its system and, in a container, the processes it can see. */
async function machine(): Promise<string> {
  let processes = '';
  try {
    processes = await readlink('/proc/self/ns/pid');
  } catch {
    // Only Linux has such spaces.
  }
  return [hostname(), platform, processes].join('/').replace(/\s/gu, '');
}
