import assert from 'node:assert/strict';
import { buildLibrary } from '../../../../src/core/papers/library';
import type { PaperFields } from '../../../../src/core/papers/paper';
import { isPacked } from '../../../../src/core/papers/packing/packed-record';
import { LEARNT_FROM, RecordPacker } from '../../../../src/core/papers/packing/record-packer';
import { digestOf } from '../pages';
import { MemoryFiles } from '../storage/memory-files';
import { bundled, papersOn, storageOn } from '../storage/stored';
import { realSizePapers } from './real-size';

const papers = realSizePapers(LEARNT_FROM + 200);

/** A packer that has learnt its words. */
function packerOfAll(): RecordPacker {
  const packer = new RecordPacker();
  papers.slice(0, LEARNT_FROM).forEach((record) => packer.pack(record));
  return packer;
}

function plain(at: number, fields: Partial<PaperFields> = {}): PaperFields {
  const record = papers[LEARNT_FROM + at];
  assert.ok(record);
  return { ...record, ...fields };
}

describe('a packed record', () => {
  const packer = packerOfAll();

  it('is made of every record but the first thousand', () => {
    const all = new RecordPacker();
    assert.deepEqual(papers.map((record) => isPacked(all.pack(record))), papers.map((_, at) => at >= LEARNT_FROM));
  });

  it('says what it said before: field by field, copied, as JSON, sent to a worker', () => {
    const record = plain(0, { machineSummary: 'It is fast.', extra: { 'daily-papers': { id: 1 } } });
    const packed = packer.pack(record);
    assert.ok(isPacked(packed));
    for (const copy of [packed, { ...packed }, JSON.parse(JSON.stringify(packed)), structuredClone(packed)]) {
      assert.deepEqual(copy, record);
    }
    assert.deepEqual(Object.keys(packed).sort(), Object.keys(record).sort());
  });

  it('keeps as it is what would not come back from packing', () => {
    for (const record of [
      plain(1, { abstract: 'half \uD83D' }),
      plain(2, { abstract: 'x'.repeat(20_000) }),
      plain(3, { authors: [] }),
      plain(4, { authors: ['Ada\nLovelace', 'B'] }),
      plain(5, { authors: [''], abstract: '' }),
      { title: 'Nothing else', abstract: '' },
    ]) {
      assert.deepEqual(packer.pack(record), record);
    }
  });

  it('is not packed again', () => {
    const packed = packer.pack(plain(6));
    assert.equal(packer.pack(packed), packed);
  });
});

describe('a library of packed papers', () => {
  const digests = [
    digestOf('2025-01-01', papers),
    digestOf('2025-02-01', papers.slice(100, 1_150).map((record) => ({ ...record, upvotes: 1_000, abstract: `${record.abstract} More.` }))),
  ];

  it('is the library that it would be otherwise, as imported and as read again', async () => {
    const expected = buildLibrary(digests, bundled.data);
    const files = new MemoryFiles();
    const storage = storageOn(files);
    await storage.add(digests);
    const { library } = await storage.load();
    assert.ok(library.papers.some(isPacked));
    assert.deepEqual(library.papers, expected.papers);
    assert.deepEqual(library.papers.map((paper) => library.recordsOf(paper)), expected.papers.map((paper) => library.recordsOf(paper)));
    assert.deepEqual(await papersOn(files), expected.papers);
  });
});
