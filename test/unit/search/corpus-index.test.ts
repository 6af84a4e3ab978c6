import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CorpusIndex } from '../../../src/core/search/corpus-index';
import type { SearchDocument } from '../../../src/core/search/document';
import { fingerprintsOf } from '../../../src/core/search/fingerprint';
import { DELTA_SIZE, planShards } from '../../../src/core/search/plan';
import { StaleIndexError } from '../../../src/core/search/shard-file';
import { aDocument, bundledPapers } from './bundled-papers';

/** Opens documents in an index and builds what it needs, returning how many documents each shard that was built has. */
function update(index: CorpusIndex, documents: readonly SearchDocument[], shardSize = 20): number[] {
  index.open(fingerprintsOf(documents));
  return index.plan(shardSize).map((positions) => {
    for (const position of positions) {
      const document = documents[position];
      assert.ok(document);
      index.add([position], [document]);
    }
    index.build();
    return positions.length;
  });
}

function built(documents: readonly SearchDocument[], shardSize?: number): CorpusIndex {
  const index = new CorpusIndex();
  update(index, documents, shardSize);
  return index;
}

/** What an index says of a query, but for scores, which depend a little on how documents share shards. */
function told(index: CorpusIndex, text: string, size: number) {
  const { words, candidates } = index.ask({ text, limit: size });
  const found = candidates.map(({ document, complete, corrections }) => ({ document, complete, corrections }));
  return { words, found: found.sort((a, b) => a.document - b.document), held: index.holding(text) };
}

const QUERIES = ['cache', 'cach', 'flsh attention', 'long contxt models', 'ssm', 'generalisation of length', 'is all you need', 'longcontext', 'word3 word4', 'wrod5'];

const texts = fc.array(fc.constantFrom('cache', 'attention', 'flash', 'long', 'context', 'models', 'state', 'space', 'Word3', 'word4', 'word5', 'longContext'), { maxLength: 8 });
const documentList = fc
  .uniqueArray(fc.record({ key: fc.nat(60), title: texts, abstract: texts }), { selector: ({ key }) => key, maxLength: 40 })
  .map((list) => list.map(({ key, title, abstract }) => aDocument({ key: `p${key}`, title: title.join(' '), abstract: abstract.join(' ') })));

describe('an index of documents that change', () => {
  it('tells the same as one that is built anew, whatever came, went, changed and moved', () => {
    fc.assert(
      fc.property(fc.array(documentList, { minLength: 2, maxLength: 5 }), fc.constantFrom(1, 3, 20), (steps, shardSize) => {
        const index = new CorpusIndex();
        for (const documents of steps) {
          update(index, documents, shardSize);
          const anew = built(documents);
          assert.equal(index.indexed, documents.length);
          for (const query of QUERIES) {
            assert.deepEqual(told(index, query, documents.length), told(anew, query, documents.length), query);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('builds nothing for what it has, in whatever order', () => {
    const index = built(bundledPapers);
    assert.deepEqual(update(index, [...bundledPapers].reverse()), []);
    assert.deepEqual(update(index, bundledPapers.slice(5)), []);
  });

  it('builds one small shard for a new document', () => {
    const many = Array.from({ length: 400 }, (_, index) => aDocument({ key: `p${index}`, title: `Title ${index}` }));
    const index = built(many, 200);
    assert.deepEqual(update(index, [aDocument({ key: 'new' }), ...many], 200), [1]);
    assert.deepEqual(update(index, [aDocument({ key: 'new' }), aDocument({ key: 'newer' }), ...many], 200), [2]);
    assert.equal(index.names().length, 3);
  });

  it('finds a document again that came back before its shard was gone', () => {
    const index = built(bundledPapers);
    const held = (): number => index.holding('flashattention').filter((one) => one === 1).length;
    const before = held();
    update(index, bundledPapers.filter(({ key }) => key !== 'flashattention'));
    assert.equal(held(), before - 1);
    assert.deepEqual(update(index, bundledPapers), []);
    assert.equal(held(), before);
  });

  it('indexes every one of several equal documents', () => {
    const same = Array.from({ length: 3 }, () => aDocument({ title: 'Cache' }));
    const index = built(same);
    assert.deepEqual([...index.holding('cache')], [1, 1, 1]);
    assert.deepEqual(update(index, same), []);
  });

  it('answers from what is built while more is to come', () => {
    const index = new CorpusIndex();
    index.open(fingerprintsOf(bundledPapers));
    assert.deepEqual(index.ask({ text: 'attention', limit: 5 }).candidates, []);
    const [first] = index.plan(10);
    assert.ok(first);
    index.add([...first], bundledPapers.slice(0, first.length));
    index.build();
    assert.equal(index.indexed, first.length);
    assert.ok(index.ask({ text: 'attention', limit: 5 }).candidates.length > 0);
  });

  it('gives up a shard that was begun when other documents come', () => {
    const index = new CorpusIndex();
    index.open(fingerprintsOf(bundledPapers));
    index.add([0], bundledPapers.slice(0, 1));
    update(index, [aDocument({ key: 'other', title: 'Cache' })]);
    assert.deepEqual([...index.holding('cache')], [1]);
  });

  it('leaves out documents that are not allowed', () => {
    const index = built(bundledPapers);
    const allowed = new Uint8Array(bundledPapers.length);
    allowed[3] = 1;
    allowed[4] = 1;
    const { candidates } = index.ask({ text: 'the', limit: 42, allowed });
    assert.deepEqual(candidates.map(({ document }) => document).sort(), [3, 4]);
  });

  it('looks for the names that it is given', () => {
    const index = built([aDocument({ title: 'Sparse Mixture' })]);
    assert.deepEqual([...index.holding('zebra')], [0]);
    index.setAliases([['zebra', 'Sparse mixture']]);
    assert.deepEqual([...index.holding('zebra')], [1]);
    assert.deepEqual([...index.holding('moe')], [0]);
  });

  it('makes its vocabulary anew when most of its words are gone', () => {
    const wordy = Array.from({ length: 50 }, (_, index) => aDocument({ key: `w${index}`, abstract: Array.from({ length: 1_000 }, (_none, word) => `w${index}x${word}`).join(' ') }));
    const index = built([...wordy, aDocument({ key: 'kept', title: 'Cache' })], 10);
    update(index, [aDocument({ key: 'kept', title: 'Cache' })]);
    assert.deepEqual([...index.holding('cahce')], [1]);
    assert.deepEqual([...index.holding('w1x1')], [0]);
  });
});

describe('documents of any kind', () => {
  const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.constantFrom('', '__proto__', 'constructor '.repeat(50), 'x'.repeat(5_000), '\ud83d', 'a.b.'.repeat(99)));
  const anyDocument = fc.record({ key: anyText, title: anyText, abstract: anyText, authors: fc.array(anyText, { maxLength: 3 }) });

  it('are indexed, found by their words and kept', () => {
    fc.assert(
      fc.property(fc.array(anyDocument, { maxLength: 6 }), anyText, (documents, query) => {
        const index = built(documents, 4);
        assert.equal(index.indexed, documents.length);
        assert.ok(index.ask({ text: query, limit: 10 }).candidates.every(({ document }) => document < documents.length));
        const again = new CorpusIndex();
        again.open(fingerprintsOf(documents));
        index.keep().forEach(({ bytes }) => again.take(bytes));
        assert.deepEqual(again.holding(query), index.holding(query));
      }),
      { numRuns: 60 },
    );
  });

  it('are read only so far', () => {
    const index = built([aDocument({ abstract: `cache ${'word '.repeat(100_000)} zebra` })]);
    assert.deepEqual([[...index.holding('cache')], [...index.holding('zebra')]], [[1], [0]]);
  });
});

describe('kept shards', () => {
  it('are taken up, and only what they lack is built', () => {
    const files = built(bundledPapers, 10).keep();
    const index = new CorpusIndex();
    index.open(fingerprintsOf(bundledPapers));
    files.slice(1).forEach(({ bytes }) => index.take(bytes));
    assert.deepEqual(index.names(), files.slice(1).map(({ name }) => name));
    const built2 = index.plan(10).flatMap((positions) => [...positions]);
    assert.ok(built2.length >= bundledPapers.length - index.indexed);
  });

  it('are refused when all their documents are gone or there already', () => {
    const [file] = built(bundledPapers).keep();
    assert.ok(file);
    const index = built(bundledPapers);
    assert.throws(() => index.take(file.bytes), (error: unknown) => error instanceof StaleIndexError && error.reason === 'documents');
    update(index, []);
    assert.throws(() => index.take(file.bytes), StaleIndexError);
  });

  it('stay as they are when bytes lent to the index change', () => {
    const [file] = built(bundledPapers).keep();
    assert.ok(file);
    const index = new CorpusIndex();
    index.open(fingerprintsOf(bundledPapers));
    index.take(file.bytes);
    const before = told(index, 'flsh attention', 42);
    file.bytes.fill(0);
    assert.deepEqual(told(index, 'flsh attention', 42), before);
  });
});

describe('which documents are indexed together', () => {
  const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, index) => from + index);

  it('are none when none is missing', () => assert.deepEqual(planShards([], [range(0, 10)], 1_000), []));

  it('are a few new ones with those of the small shard', () => {
    const [only, ...others] = planShards([2_000], [range(0, 1_000), range(1_990, 2_000)], 1_000);
    assert.deepEqual([[...(only ?? [])], others.length], [range(1_990, 2_001), 0]);
  });

  it('are as many as a shard holds, evenly, when there are many', () => {
    assert.deepEqual(planShards(range(0, 1_001), [], 1_000).map(({ length }) => length), [501, 500]);
    assert.deepEqual(planShards(range(0, 10_000), [], 1_000).map(({ length }) => length), Array.from({ length: 10 }, () => 1_000));
  });

  it('are those of half-empty shards too when the small one is full', () => {
    const plan = planShards(range(1_300, 1_300 + DELTA_SIZE), [range(0, 1_000), range(1_000, 1_250), range(1_250, 1_300)], 1_000);
    assert.deepEqual(plan.map((positions) => [...positions]), [range(1_000, 1_400)]);
  });

  it('never make shards many, however papers come', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 400 }), { maxLength: 60 }), (steps) => {
        let shards: number[][] = [];
        let size = 0;
        for (const step of steps) {
          const plan = planShards(range(size, size + step), shards, 1_000);
          const taken = new Set(plan.flatMap((positions) => [...positions]));
          shards = [...shards.filter((shard) => !shard.some((position) => taken.has(position))), ...plan.map((positions) => [...positions])];
          size += step;
          assert.equal(shards.flat().length, size);
          assert.ok(shards.length <= size / 500 + 3, `${shards.length} shards of ${size}`);
        }
      }),
      { numRuns: 30 },
    );
  });
});
