import assert from 'node:assert/strict';
import { chmod, lstat, mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createOnDisk, replaceOnDisk } from '../../../src/platform/disk-files';
import { temporaryFolder } from './temporary-folder';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('a file of this machine', () => {
  const folder = temporaryFolder();
  const at = (...names: readonly string[]) => path.join(folder(), ...names);
  const textOf = (file: string) => readFile(file, 'utf8');

  it('is made with the folders above it, and replaced, and nothing else is left', async () => {
    await replaceOnDisk(at('a', 'b', 'note.md'), bytes('one'));
    await replaceOnDisk(at('a', 'b', 'note.md'), bytes('two'));
    assert.equal(await textOf(at('a', 'b', 'note.md')), 'two');
    assert.deepEqual(await readdir(at('a', 'b')), ['note.md']);
  });

  it('is never seen absent or in part while it is replaced', async () => {
    const texts = ['x', 'y'].map((letter) => letter.repeat(200_000));
    const file = at('note.md');
    await replaceOnDisk(file, bytes('x'.repeat(200_000)));
    const written = new AbortController();
    const seen = new Set<string>();
    const reader = (async () => {
      while (!written.signal.aborted) {
        seen.add(await textOf(file));
      }
    })();
    for (let round = 0; round < 20; round++) {
      await replaceOnDisk(file, bytes(texts[round % 2] ?? ''));
    }
    written.abort();
    await reader;
    assert.ok([...seen].every((text) => texts.includes(text)));
  });

  it('keeps its mode', async function () {
    if (process.platform === 'win32') this.skip();
    await writeFile(at('note.md'), 'one');
    await chmod(at('note.md'), 0o640);
    await replaceOnDisk(at('note.md'), bytes('two'));
    assert.equal((await stat(at('note.md'))).mode & 0o777, 0o640);
  });

  it('stays behind its symbolic links, whether it is there or not', async () => {
    await mkdir(at('elsewhere'));
    await writeFile(at('elsewhere', 'there.md'), 'one');
    for (const name of ['there.md', 'missing.md']) {
      await symlink(path.join('elsewhere', name), at(`far-${name}`));
      await symlink(`far-${name}`, at(name));
      await replaceOnDisk(at(name), bytes('two'));
      assert.ok((await lstat(at(name))).isSymbolicLink());
      assert.equal(await textOf(at('elsewhere', name)), 'two');
    }
    assert.deepEqual((await readdir(at('elsewhere'))).sort(), ['missing.md', 'there.md']);
  });

  it('is left as it was when it cannot be replaced, without a temporary file', async () => {
    await mkdir(at('note.md', 'inside'), { recursive: true });
    await assert.rejects(replaceOnDisk(at('note.md'), bytes('two')));
    assert.deepEqual(await readdir(folder()), ['note.md']);
    assert.deepEqual(await readdir(at('note.md')), ['inside']);
  });

  it('is made by one of those that make it at once, and left to that one', async () => {
    const makers = Array.from({ length: 20 }, (_, index) => `maker ${index}`);
    const made = await Promise.all(makers.map((maker) => createOnDisk(at('new', 'note.md'), bytes(maker))));
    assert.equal(made.filter(Boolean).length, 1);
    assert.equal(await textOf(at('new', 'note.md')), makers[made.indexOf(true)]);
    assert.deepEqual(await readdir(at('new')), ['note.md']);
  });

  it('is not made where something has its name', async () => {
    await mkdir(at('folder'));
    await symlink('nowhere', at('link'));
    assert.equal(await createOnDisk(at('folder'), bytes('text')), false);
    assert.equal(await createOnDisk(at('link'), bytes('text')), false);
    assert.deepEqual((await readdir(folder())).sort(), ['folder', 'link']);
  });
});
