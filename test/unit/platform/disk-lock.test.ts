import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { LockTimeout, lockOnDisk } from '../../../src/platform/disk-lock';
import { addOneTo } from './add-one';
import { temporaryFolder } from './temporary-folder';

const times = { beatMs: 20, staleMs: 300, waitMs: 20_000 };

describe('the lock on a file of this machine', () => {
  const folder = temporaryFolder();
  const file = () => path.join(folder(), 'counter.txt');

  const addOne = () => addOneTo(file(), times);

  it('lets one after another change the file, and leaves nothing behind', async () => {
    await writeFile(file(), '0');
    await Promise.all(Array.from({ length: 30 }, addOne));
    assert.equal(await readFile(file(), 'utf8'), '30');
    assert.deepEqual(await readdir(folder()), ['counter.txt']);
  });

  it('keeps processes apart', async function () {
    this.timeout(60_000);
    await writeFile(file(), '0');
    const ends = ['one', 'other'].map(async () => {
      const adder = spawn(process.execPath, ['test/ts.mjs', 'test/unit/platform/lock-adder.ts', file(), '25'], { stdio: 'inherit' });
      assert.deepEqual(await once(adder, 'exit'), [0, null]);
    });
    await Promise.all([...ends, ...Array.from({ length: 25 }, addOne)]);
    assert.equal(await readFile(file(), 'utf8'), '75');
    assert.deepEqual(await readdir(folder()), ['counter.txt']);
  });

  it('is one lock for all names of the file', async () => {
    await writeFile(file(), '0');
    const link = path.join(folder(), 'link.txt');
    await symlink('counter.txt', link);
    const release = await lockOnDisk(link, times);
    await assert.rejects(lockOnDisk(file(), { ...times, waitMs: 50 }), LockTimeout);
    await release();
  });

  it('is taken from a process that was killed', async function () {
    this.timeout(60_000);
    const holder = spawn(process.execPath, ['test/ts.mjs', 'test/unit/platform/lock-holder.ts', file()], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(holder.stdout, 'data');
    await assert.rejects(lockOnDisk(file(), { ...times, waitMs: 100 }), LockTimeout);
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    // Far longer than the test may take: it is not the missing beat that frees the lock.
    await (await lockOnDisk(file(), { ...times, staleMs: 600_000 }))();
    assert.deepEqual(await readdir(folder()), []);
  });

  it('is kept by a holder that works longer than a dead one is waited for', async () => {
    const release = await lockOnDisk(file(), times);
    await assert.rejects(lockOnDisk(file(), { ...times, waitMs: 3 * times.staleMs }), LockTimeout);
    await release();
  });

  for (const [what, content] of [
    ['another machine', 'elsewhere/linux/ 1 0123abcd'],
    ['one that was killed before it could say who it is', ''],
  ] as const) {
    it(`is taken from ${what} once there is no sign of life`, async () => {
      await writeFile(`${file()}.lock`, content);
      await writeFile(file(), '0');
      await Promise.all(Array.from({ length: 10 }, addOne));
      assert.equal(await readFile(file(), 'utf8'), '10');
      assert.deepEqual(await readdir(folder()), ['counter.txt']);
    });
  }

  it('is left to the new holder by one from whom it was taken', async () => {
    const release = await lockOnDisk(file(), { ...times, beatMs: 600_000 });
    const next = await lockOnDisk(file(), times);
    await release();
    await assert.rejects(lockOnDisk(file(), { ...times, waitMs: 50 }), LockTimeout);
    await next();
  });

  it('is refused where no file can be made', async () => {
    await writeFile(file(), 'no folder');
    await assert.rejects(lockOnDisk(path.join(file(), 'inside.txt'), times), /EEXIST|ENOTDIR/u);
    await mkdir(path.join(folder(), 'empty'));
    assert.deepEqual((await readdir(folder())).sort(), ['counter.txt', 'empty']);
  });
});
