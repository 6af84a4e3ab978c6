import assert from 'node:assert/strict';
import type { LibraryStorage } from '../../../../src/core/papers/storage/library-storage';
import { digestOf } from '../pages';
import { Crash, MemoryFiles } from './memory-files';
import { bundled, first, keysOn, paper, papersOn, problemsOn, second, storageOn } from './stored';

describe('a crash', () => {
  /** Does something to a library again and again, going off one write later each time. */
  async function atEachWrite(work: (storage: LibraryStorage) => Promise<unknown>, check: (after: MemoryFiles, done: boolean) => Promise<void>): Promise<number> {
    const before = new MemoryFiles();
    await storageOn(before).add([first]);
    for (let writes = 0; ; writes++) {
      const files = MemoryFiles.copyOf(before);
      files.writesLeft = writes;
      let done = true;
      try {
        await work(storageOn(files));
      } catch (error) {
        assert.ok(error instanceof Crash);
        done = false;
      }
      // What is left after the change is committed may stop silently.
      const isOver = files.writesLeft >= 0;
      files.writesLeft = Infinity;
      await check(files, done);
      if (isOver) {
        return writes;
      }
    }
  }

  it('at any write of an import leaves the old or the new library, and the next import works', async () => {
    let undone = 0;
    const writes = await atEachWrite((storage) => storage.add([second]), async (files, done) => {
      const keys = await keysOn(files);
      assert.deepEqual(keys, done || keys.length === 3 ? ['alpha', 'beta', 'gamma'] : ['alpha', 'beta']);
      undone += keys.length === 2 ? 1 : 0;
      assert.deepEqual(await problemsOn(files), []);
      await storageOn(files).add([digestOf('2025-03-01', [paper('Delta: Four')])]);
      assert.deepEqual(await keysOn(files), [...keys.slice(0, 2), 'delta', ...keys.slice(2)]);
      await storageOn(files).undo();
      assert.deepEqual(await keysOn(files), keys);
    });
    assert.ok(writes >= 9 && undone >= 8, `${writes} writes, ${undone} of them before the commit`);
  });

  it('at any write of an undo leaves the library with or without the import', async () => {
    await atEachWrite(
      async (storage) => {
        await storage.undo();
      },
      async (files, done) => {
        const keys = await keysOn(files);
        assert.deepEqual(keys, done || keys.length === 0 ? [] : ['alpha', 'beta']);
        await storageOn(files).add([second]);
        assert.deepEqual(await keysOn(files), keys.length === 0 ? ['beta', 'gamma'] : ['alpha', 'beta', 'gamma']);
      },
    );
  });

  it('leaves files that are removed when they are old', async () => {
    const files = new MemoryFiles();
    await storageOn(files).add([first]);
    files.writesLeft = 5;
    await assert.rejects(storageOn(files).add([second]), Crash);
    files.writesLeft = Infinity;
    files.put('digests/foreign.txt', 'not ours');
    files.put('reading.json', '{}');
    const left = [...files.contents.keys()];
    files.now = 1000;
    await storageOn(files).add([second]);
    assert.ok(left.every((path) => files.contents.has(path)), 'another window may be writing them');
    files.now = 2 * 3600 * 1000;
    await storageOn(files).add([digestOf('2025-03-01', [paper('Delta: Four')])]);
    assert.deepEqual(left.filter((path) => !files.contents.has(path)).map((path) => path.replace(/-[0-9a-f]{8}\./u, '-….')), [
      'library-1.json', 'digests/daily-papers-2025-02-01-….jsonl', 'keys-….jsonl.00000000.tmp',
    ]);
    assert.deepEqual(await keysOn(files), ['alpha', 'beta', 'delta', 'gamma']);
  });
});

describe('two windows', () => {
  it('that import at once both have what both imported', async () => {
    const files = new MemoryFiles();
    const [one, other] = [storageOn(files), storageOn(files)];
    await one.load();
    files.beforeCreate = async (path) => {
      if (path === 'library-1.json') {
        files.beforeCreate = () => Promise.resolve();
        await other.add([second]);
      }
    };
    assert.equal((await one.add([first])).added, 1, 'Beta came with the other window');
    assert.deepEqual(await keysOn(files), ['alpha', 'beta', 'gamma']);
    assert.deepEqual((await other.load()).library.papers, (await one.load()).library.papers);
  });

  it('that the file system lets through at once still lose nothing', async () => {
    const files = new MemoryFiles();
    const [one, other] = [storageOn(files), new MemoryFiles()];
    await storageOn(other).add([second]);
    files.afterCreate = (path) => {
      if (path === 'library-1.json') {
        files.afterCreate = () => undefined;
        other.contents.forEach((content, name) => files.put(name, content));
      }
    };
    await one.add([first]);
    assert.deepEqual(await keysOn(files), ['alpha', 'beta', 'gamma']);
  });

  it('see each other’s changes, and read only what is new', async () => {
    const files = new MemoryFiles();
    const [one, other] = [storageOn(files), storageOn(files)];
    await one.add([first]);
    const { library } = await other.load();
    await one.add([second]);
    const read: string[] = [];
    const readFile = files.read.bind(files);
    files.read = (path) => {
      read.push(path);
      return readFile(path);
    };
    const { library: now } = await other.load();
    assert.deepEqual(now.papers, (await one.load()).library.papers);
    assert.equal(now.paper('alpha'), library.paper('alpha'), 'a paper that stays what it was is the same object');
    assert.deepEqual(read.filter((path) => path.startsWith('digests/daily-papers-2025-01')), []);
  });

  it('may take an import back that the other one made', async () => {
    const files = new MemoryFiles();
    const [one, other] = [storageOn(files), storageOn(files)];
    await one.load();
    await other.add([first]);
    assert.equal((await one.undo())?.title, first.title);
    assert.deepEqual((await other.load()).library.papers, bundled.papers);
  });
});

describe('a file of the library that is broken', () => {
  async function imported(): Promise<MemoryFiles> {
    const files = new MemoryFiles();
    await storageOn(files).add([first]);
    await storageOn(files).add([second]);
    return files;
  }
  const pathOf = (files: MemoryFiles, start: string) => [...files.contents.keys()].find((path) => path.startsWith(start)) ?? '';

  it('or cut off in the newest generation leaves the one before', async () => {
    const files = await imported();
    const path = pathOf(files, 'digests/daily-papers-2025-02-01');
    files.put(path, files.text(path).slice(0, 150));
    assert.deepEqual(await keysOn(files), ['alpha', 'beta']);
    assert.match((await problemsOn(files)).join(), /^library-2\.json: digests\/\S+ has 150 bytes, not \d+\. The library before it is used\.$/u);
    await storageOn(files).add([digestOf('2025-03-01', [paper('Delta: Four')])]);
    assert.deepEqual(await keysOn(files), ['alpha', 'beta', 'delta']);
  });

  it('in every generation is set aside, and the others are read', async () => {
    const files = await imported();
    const path = pathOf(files, 'digests/daily-papers-2025-01-01');
    files.put(path, 'nothing\n');
    assert.deepEqual(await keysOn(files), ['beta', 'gamma']);
    assert.ok((await problemsOn(files)).some((problem) => problem.startsWith(`${path}: Its first line does not say`)));

    await storageOn(files).add([digestOf('2025-03-01', [paper('Delta: Four')])]);
    assert.equal(files.text(path), 'nothing\n');
    files.now = 9e9;
    await storageOn(files).add([first]);
    assert.deepEqual(await keysOn(files), ['alpha', 'beta', 'delta', 'gamma'], 'an import heals it');
    await storageOn(files).add([digestOf('2025-03-02', [paper('Epsilon: Five')])]);
    await storageOn(files).add([digestOf('2025-03-03', [paper('Zeta: Six')])]);
    assert.equal(files.text(path), 'nothing\n', 'it is left as it is');
    assert.deepEqual(await problemsOn(files), []);
  });

  it('in one line loses that line only', async () => {
    const files = await imported();
    const path = pathOf(files, 'digests/daily-papers-2025-01-01');
    const text = files.text(path);
    files.put(path, text.replace('"title":"Beta: Two"', '"title":12345678901'));
    assert.deepEqual(await keysOn(files), ['alpha', 'beta', 'gamma']);
    assert.deepEqual((await papersOn(files)).find(({ key }) => key === 'beta')?.digests, [second.id]);
    assert.deepEqual(await problemsOn(files), [`${path}: Line 3 is not a record of a paper and was left out.`]);
  });

  it('or of a newer Lectern as manifest is told; a newer one keeps the library from being changed', async () => {
    const files = await imported();
    files.put('library-3.json', '{');
    assert.deepEqual(await keysOn(files), ['alpha', 'beta', 'gamma']);
    assert.match((await problemsOn(files)).join(), /^library-3\.json: It is not JSON/u);
    await storageOn(files).add([digestOf('2025-03-01', [paper('Delta: Four')])]);
    assert.equal(files.text('library-3.json'), '{');
    assert.deepEqual(await keysOn(files), ['alpha', 'beta', 'delta', 'gamma']);

    files.put('library-5.json', JSON.stringify({ format: 'lectern-library', version: 2 }));
    assert.deepEqual(await keysOn(files), ['alpha', 'beta', 'delta', 'gamma']);
    await assert.rejects(storageOn(files).add([first]), { name: 'StorageProblem', message: /library-5\.json: It is from a newer Lectern \(format version 2; this one reads version 1\)/u });
    await assert.rejects(storageOn(files).undo(), { name: 'StorageProblem' });
    assert.ok(!files.contents.has('library-6.json'));
  });

  it('of the key registry costs no paper, and titles give the same keys again', async () => {
    const files = await imported();
    const path = pathOf(files, 'keys-');
    files.put(path, 'x'.padEnd(files.contents.get(path)?.length ?? 0));
    assert.deepEqual(await keysOn(files), ['alpha', 'beta', 'gamma']);
    assert.match((await problemsOn(files)).join(), /^keys-\S+: It does not hold keys/u);
  });
});
