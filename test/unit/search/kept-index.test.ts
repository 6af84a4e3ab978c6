import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compileShard } from '../../../src/core/search/compile';
import { SearchEngine, StaleIndexError } from '../../../src/core/search/engine';
import { fingerprintsOf } from '../../../src/core/search/fingerprint';
import { decodeShard, encodeShard, shardFileName } from '../../../src/core/search/shard-file';
import { aDocument, bundledEngine, bundledPapers } from './bundled-papers';

const kept = bundledEngine.serialise();

function staleBecause(reason: StaleIndexError['reason']) {
  return (error: unknown): boolean => error instanceof StaleIndexError && error.reason === reason;
}

/** The kept index with one 32-bit word of its header changed. */
function withWord(place: number, value: number): Uint8Array {
  const bytes = kept.slice();
  new DataView(bytes.buffer).setUint32(4 * place, value, true);
  return bytes;
}

describe('a kept index', () => {
  it('finds exactly what the built one finds', () => {
    const loaded = SearchEngine.load(kept, bundledPapers);
    const typed = fc.oneof(fc.string({ unit: 'grapheme' }), fc.lorem({ maxCount: 3 }), fc.constantFrom('kv cach', 'flsh attention', 'ssm', 'LongWriter'));
    fc.assert(fc.property(typed, (query) => assert.deepEqual(loaded.search(query), bundledEngine.search(query))));
  });

  it('is the same when it is kept again', () => {
    assert.deepEqual(SearchEngine.load(kept, bundledPapers).serialise(), kept);
  });

  it('is taken up wherever its bytes lie', () => {
    const odd = new Uint8Array(kept.length + 3);
    odd.set(kept, 3);
    assert.deepEqual(SearchEngine.load(odd.subarray(3), bundledPapers).search('kv cache'), bundledEngine.search('kv cache'));
  });

  it('of no papers can be kept and finds nothing', () => {
    const loaded = SearchEngine.load(SearchEngine.build([]).serialise(), []);
    assert.deepEqual(loaded.search('attention'), []);
  });

  it('covers more papers than one shard holds', () => {
    const many = Array.from({ length: 1_001 }, (_, index) => aDocument({ key: `p${index}`, title: index === 1_000 ? 'Cache of keys' : 'Other' }));
    const loaded = SearchEngine.load(SearchEngine.build(many).serialise(), many);
    assert.deepEqual(loaded.search('cahce keys').map((hit) => [hit.key, hit.corrections]), [['p1000', [{ typed: 'cahce', found: 'cache' }]]]);
  });

  it('fits the same papers in another order, and some of them', () => {
    const reversed = [...bundledPapers].reverse();
    const query = 'length generalization';
    const keys = (engine: SearchEngine): string[] => engine.search(query, 42).map(({ key }) => key).sort();
    assert.deepEqual(keys(SearchEngine.load(kept, reversed)), keys(bundledEngine));
    const without = SearchEngine.load(kept, bundledPapers.filter(({ key }) => key !== 'flashattention'));
    assert.ok(without.search('flash attention').every(({ key }) => key !== 'flashattention'));
  });

  it('is stale when its format or tokeniser is another', () => {
    assert.throws(() => SearchEngine.load(withWord(1, 99), bundledPapers), staleBecause('format'));
    assert.throws(() => SearchEngine.load(withWord(2, 99), bundledPapers), staleBecause('tokeniser'));
  });

  it('is stale when a paper is another, or there is one more', () => {
    const [first, ...rest] = bundledPapers;
    assert.ok(first);
    for (const papers of [[{ ...first, abstract: `${first.abstract} ` }, ...rest], [...bundledPapers, aDocument()]]) {
      assert.throws(() => SearchEngine.load(kept, papers), staleBecause('documents'));
    }
  });

  it('is refused when any of it is changed or cut off', () => {
    fc.assert(
      fc.property(fc.nat(kept.length - 1), fc.integer({ min: 1, max: 255 }), (place, change) => {
        const damaged = kept.slice();
        damaged[place] = (damaged[place] ?? 0) ^ change;
        assert.throws(() => SearchEngine.load(damaged, bundledPapers), StaleIndexError);
        assert.throws(() => SearchEngine.load(kept.subarray(0, place), bundledPapers), StaleIndexError);
      }),
    );
  });

  it('is refused whatever else it is', () => {
    const header = fc.array(fc.nat(0xffff_ffff), { maxLength: 20 }).map((words) => new Uint8Array(Uint32Array.of(...kept32(4), ...words).buffer));
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ minLength: 1, maxLength: 200 }), header), (bytes) => {
        assert.throws(() => SearchEngine.load(bytes, bundledPapers), StaleIndexError);
      }),
    );
  });
});

/** The first words of the kept index. */
function kept32(count: number): Uint32Array {
  return new Uint32Array(kept.buffer, 0, count);
}

describe('the file of a shard', () => {
  const documents = [aDocument({ key: 'a', title: 'Ünïcode 😀 títles' }), aDocument({ key: 'b', abstract: 'Cache of keys' })];
  const fingerprints = fingerprintsOf(documents);

  it('gives back what was put in', () => {
    const shard = compileShard(documents);
    assert.deepEqual(decodeShard(encodeShard({ shard, fingerprints })), { shard, fingerprints });
  });

  it('is named by the documents, in their order', () => {
    assert.equal(shardFileName(fingerprints), shardFileName(fingerprintsOf(documents)));
    assert.notEqual(shardFileName(fingerprints), shardFileName(fingerprints.slice().reverse()));
    assert.match(shardFileName(fingerprints), /^[\w-]+\.shard$/);
  });

  it('comes before the files of smaller shards', () => {
    assert.ok(shardFileName(fingerprints) < shardFileName(fingerprints.slice(1)));
  });
});

describe('the fingerprint of a document', () => {
  const document = aDocument({ title: 'A title', abstract: 'An abstract', authors: ['Ann B'] });

  it('is a whole number that is exact', () => {
    assert.ok(fingerprintsOf(bundledPapers).every(Number.isSafeInteger));
    assert.equal(new Set(fingerprintsOf(bundledPapers)).size, bundledPapers.length);
  });

  it('changes with every field that is searched', () => {
    const others = [
      document,
      { ...document, key: 'other' },
      { ...document, title: 'A titleA', abstract: 'n abstract' },
      { ...document, abstract: 'An abstract.' },
      { ...document, authors: ['Ann C'] },
      { ...document, organisation: { slug: 'b', name: 'B' } },
    ];
    assert.equal(new Set(fingerprintsOf(others)).size, others.length);
  });
});
