import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Digest } from '../../../../src/core/papers/digest';
import { buildLibrary, Library } from '../../../../src/core/papers/library';
import type { Paper } from '../../../../src/core/papers/paper';
import { someDigests } from '../digests';
import { bundledDigest, digestOf } from '../pages';
import { MemoryFiles } from './memory-files';
import { bundled, first, keysOn, paper, papersOn, second, storageOn } from './stored';

describe('a library on disk', () => {
  it('without imports is the bundled one, and nothing is written', async () => {
    const files = new MemoryFiles();
    assert.deepEqual(await papersOn(files), bundled.papers);
    assert.equal(await storageOn(files).last(), undefined);
    assert.equal(await storageOn(files).undo(), undefined);
    assert.equal(files.contents.size, 0);
  });

  it('has what was imported, under the keys that were given, after a restart', async () => {
    const files = new MemoryFiles();
    const storage = storageOn(files);
    assert.deepEqual(await storage.add([first]), { title: first.title, at: '1970-01-01T00:00:00.000Z', added: 2, changed: 0 });
    assert.deepEqual(await storage.add([second]), { title: second.title, at: '1970-01-01T00:00:00.000Z', added: 1, changed: 1 });
    const { library } = await storage.load();
    assert.deepEqual(await papersOn(files), library.papers);
    assert.deepEqual(await keysOn(files), ['alpha', 'beta', 'gamma']);
    assert.equal(library.paper('flashattention')?.published, '2022-05-27');
    assert.deepEqual(library.paper('beta')?.digests, [first.id, second.id]);
  });

  it('keeps a digest as lines of its records as the source gave them', async () => {
    const files = new MemoryFiles();
    await storageOn(files).add([first]);
    const name = [...files.contents.keys()].find((path) => path.startsWith('digests/')) ?? '';
    const [header, ...records] = files.text(name).trimEnd().split('\n').map((line) => JSON.parse(line) as unknown);
    assert.match(name, /^digests\/daily-papers-2025-01-01-[0-9a-f]{8}\.jsonl$/u);
    assert.deepEqual(header, {
      format: 'lectern-digest', version: 1, records: 2, earlier: 0,
      digest: { id: first.id, source: 'daily-papers', title: first.title, date: '2025-01-01' },
    });
    assert.deepEqual(records, first.papers);
  });

  it('stays as it is when an import says nothing new, and the import before is still the last', async () => {
    const files = new MemoryFiles();
    await storageOn(files).add([first]);
    const before = [...files.contents.keys()];
    assert.deepEqual(await storageOn(files).add([first]), { title: first.title, at: '1970-01-01T00:00:00.000Z', added: 0, changed: 0 });
    assert.deepEqual([...files.contents.keys()], before);
    assert.equal((await storageOn(files).last())?.added, 2);
  });

  it('takes several digests as one import, which is named by them', async () => {
    const files = new MemoryFiles();
    const more = ['03', '04', '05'].map((month) => digestOf(`2025-${month}-01`, [paper(`Paper of ${month}`)]));
    const summary = await storageOn(files).add([first, second, first, ...more]);
    assert.deepEqual([summary.title, summary.added, summary.changed], [`${first.title}, ${second.title}, ${first.title}, +3`, 6, 0]);
    assert.deepEqual(await storageOn(files).last(), summary);
    assert.equal([...files.contents.keys()].filter((path) => path.startsWith('digests/')).length, 5);
    await storageOn(files).undo();
    assert.deepEqual(await papersOn(files), bundled.papers);
  });

  it('takes the bundled digest read again as that digest', async () => {
    const files = new MemoryFiles();
    const [one, ...others] = bundledDigest.papers;
    assert.ok(one);
    const summary = await storageOn(files).add([{ ...bundledDigest, papers: [{ ...one, comments: 99 }, ...others.slice(0, 3)] }]);
    assert.deepEqual([summary.added, summary.changed], [0, 1]);
    const papers = await papersOn(files);
    assert.deepEqual(papers.map(({ key }) => key), bundled.papers.map(({ key }) => key));
    assert.deepEqual(papers.slice(1), bundled.papers.slice(1));
    assert.equal(papers[0]?.comments, 99);
  });
});

describe('an import taken back', () => {
  it('leaves the library as it was, once, and the keys it gave stay given', async () => {
    const files = new MemoryFiles();
    await storageOn(files).add([first]);
    const before = await papersOn(files);
    await storageOn(files).add([second]);
    assert.equal((await storageOn(files).last())?.title, second.title);
    assert.equal((await storageOn(files).undo())?.title, second.title);
    assert.deepEqual(await papersOn(files), before);
    assert.equal(await storageOn(files).last(), undefined);
    assert.equal(await storageOn(files).undo(), undefined);

    await storageOn(files).add([digestOf('2025-03-01', [paper('Gamma: Another', { arxivId: '2503.1', published: '2025-03-01' })])]);
    assert.deepEqual(await keysOn(files), ['alpha', 'beta', 'gamma-2025'], 'the key of an import taken back is given to no other paper');
    await storageOn(files).add([second]);
    assert.deepEqual(await keysOn(files), ['alpha', 'beta', 'gamma', 'gamma-2025'], 'and comes back with its paper');
  });

  it('also takes back what it taught of a paper that was there', async () => {
    const files = new MemoryFiles();
    await storageOn(files).add([digestOf('2025-01-01', [paper('Beta: Two')])]);
    await storageOn(files).add([digestOf('2025-02-01', [paper('Beta: Two', { arxivId: '2502.99999' })])]);
    await storageOn(files).undo();
    await storageOn(files).add([digestOf('2025-02-02', [paper('Beta: Two', { arxivId: '2502.00002' })])]);
    assert.deepEqual((await papersOn(files)).filter(({ key }) => key.startsWith('beta')).map(({ key, arxivId }) => [key, arxivId]), [['beta', '2502.00002']]);
  });

  it('gives a digest that it read again back as it was', async () => {
    const files = new MemoryFiles();
    await storageOn(files).add([first]);
    const before = await papersOn(files);
    await storageOn(files).add([digestOf('2025-01-01', [paper('Alpha: One, Corrected', { arxivId: '2501.00001', comments: 7 })])]);
    assert.equal((await storageOn(files).load()).library.paper('alpha')?.title, 'Alpha: One, Corrected');
    await storageOn(files).undo();
    assert.deepEqual(await papersOn(files), before);
  });
});

describe('any history of imports', () => {
  const empty = new Library(buildLibrary([]));
  type Act = { readonly add: Digest } | 'undo' | 'restart';
  const acts: fc.Arbitrary<readonly Act[]> = fc.array(
    fc.oneof(
      { weight: 4, arbitrary: someDigests.chain((digests) => (digests.length === 0 ? fc.constant<Act>('restart') : fc.constantFrom(...digests).map((add): Act => ({ add })))) },
      { weight: 1, arbitrary: fc.constantFrom<Act>('undo', 'restart') },
    ),
    { maxLength: 8 },
  );

  it('gives the same library in memory and after a restart, and an undo gives back the one before', async () => {
    await fc.assert(
      fc.asyncProperty(acts, async (history) => {
        const files = new MemoryFiles();
        let storage = storageOn(files, empty);
        let before: readonly Paper[] | undefined;
        for (const act of history) {
          const { library } = await storage.load();
          if (act === 'restart') {
            storage = storageOn(files, empty);
          } else if (act === 'undo') {
            if ((await storage.undo()) !== undefined) {
              assert.deepEqual((await storage.load()).library.papers, before);
            }
          } else {
            const [preview] = await storage.preview([act.add]);
            assert.ok(preview);
            const { added, changed } = await storage.add([act.add]);
            const isNew = (await storage.load()).library !== library;
            before = isNew ? library.papers : before;
            const { elsewhere = [] } = preview;
            const split = elsewhere.filter(({ key }) => key === undefined).length;
            assert.deepEqual([added, changed], [preview.added.length + split, preview.changed.length + elsewhere.length - split]);
            const now = (await storage.load()).library;
            assert.ok(library.papers.every(({ key }) => now.paper(key) !== undefined));
          }
          const [now, anew] = [(await storage.load()).library, (await storageOn(files, empty).load()).library];
          assert.deepEqual(anew.papers, now.papers);
          assert.deepEqual(anew.data.formerKeys, now.data.formerKeys);
          assert.deepEqual(anew.digests, now.digests);
          assert.deepEqual(anew.data.places, now.data.places);
        }
      }),
      { numRuns: 100 },
    );
  });
});
