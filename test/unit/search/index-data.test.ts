import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fromBase64, toBase64 } from '../../../src/core/base64';
import { SearchEngine, StaleIndexError } from '../../../src/core/search/engine';
import { aDocument, bundledEngine, bundledPapers } from './bundled-papers';

const kept = JSON.stringify(bundledEngine.serialise());

/** The kept index as plain JSON, to be changed by a test. */
function keptData(): { format: number; tokeniser: number; shards: Record<string, unknown>[] } {
  return JSON.parse(kept) as ReturnType<typeof keptData>;
}

function staleBecause(reason: StaleIndexError['reason']) {
  return (error: unknown): boolean => error instanceof StaleIndexError && error.reason === reason;
}

describe('a kept index', () => {
  it('finds exactly what the built one finds', () => {
    const loaded = SearchEngine.load(JSON.parse(kept), bundledPapers);
    const typed = fc.oneof(fc.string({ unit: 'grapheme' }), fc.lorem({ maxCount: 3 }), fc.constantFrom('kv cach', 'flsh attention', 'ssm', 'LongWriter'));
    fc.assert(fc.property(typed, (query) => assert.deepEqual(loaded.search(query), bundledEngine.search(query))));
  });

  it('is the same when it is kept again', () => {
    assert.equal(JSON.stringify(SearchEngine.load(JSON.parse(kept), bundledPapers).serialise()), kept);
  });

  it('of no papers can be kept and finds nothing', () => {
    const loaded = SearchEngine.load(SearchEngine.build([]).serialise(), []);
    assert.deepEqual(loaded.search('attention'), []);
  });

  it('covers more papers than one shard holds', () => {
    const many = Array.from({ length: 1_001 }, (_, index) => aDocument({ key: `p${index}`, title: index === 1_000 ? 'Cache of keys' : 'Other' }));
    const built = SearchEngine.build(many);
    const data = built.serialise();
    const loaded = SearchEngine.load(JSON.parse(JSON.stringify(data)), many);
    assert.equal(data.shards.length, 2);
    assert.deepEqual(loaded.search('cahce keys').map((hit) => [hit.key, hit.corrections]), [['p1000', [{ typed: 'cahce', found: 'cache' }]]]);
  });

  it('is stale when its format or tokeniser is another', () => {
    assert.throws(() => SearchEngine.load({ ...keptData(), format: 2 }, bundledPapers), staleBecause('format'));
    assert.throws(() => SearchEngine.load({ ...keptData(), tokeniser: 0 }, bundledPapers), staleBecause('tokeniser'));
  });

  it('is stale when the papers are others, in another order, fewer or more', () => {
    const [first, second, ...rest] = bundledPapers;
    assert.ok(first && second);
    const others = [
      [{ ...first, abstract: `${first.abstract} ` }, second, ...rest],
      [second, first, ...rest],
      [first, ...rest],
      [...bundledPapers, aDocument()],
      [],
    ];
    for (const papers of others) {
      assert.throws(() => SearchEngine.load(keptData(), papers), staleBecause('documents'));
    }
  });

  it('is refused when anything of it is damaged', () => {
    const [shard] = keptData().shards;
    assert.ok(shard);
    for (const name of ['size', 'terms', 'offsets', 'postings', 'weights', 'fieldCounts']) {
      for (const value of [undefined, null, 5_000, '', 'AAA=', '****', 'AAAAAAAA']) {
        const shards = [{ ...shard, [name]: value }];
        assert.throws(() => SearchEngine.load({ ...keptData(), shards }, bundledPapers), staleBecause('damaged'), `${name}: ${String(value)}`);
      }
    }
  });

  it('is refused with a stale-index error whatever else it is', () => {
    fc.assert(
      fc.property(fc.anything(), (data) => {
        assert.throws(() => SearchEngine.load(data, bundledPapers), StaleIndexError);
      }),
    );
  });
});

describe('base64', () => {
  it('is what other programs write', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 50 }), (bytes) => {
        assert.equal(toBase64(bytes), Buffer.from(bytes).toString('base64'));
        assert.deepEqual(fromBase64(toBase64(bytes)), bytes);
      }),
    );
  });

  it('is told from other text', () => {
    for (const text of ['A', 'AAA', 'AA*A', 'Aä==', '=AAA']) {
      assert.equal(fromBase64(text), undefined, text);
    }
  });
});
