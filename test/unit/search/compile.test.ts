import assert from 'node:assert/strict';
import { buildLunrIndex, compileShard } from '../../../src/core/search/compile';
import { IN_TITLE, placeOf, WEIGHT_UNIT, type Shard } from '../../../src/core/search/shard';
import { aDocument, bundledPapers } from './bundled-papers';

function weightsOf(shard: Shard, term: string): Record<string, string> {
  const place = placeOf(shard.terms, term);
  const weights: Record<string, string> = {};
  for (let at = shard.offsets[place] ?? 0; at < (shard.offsets[place + 1] ?? 0); at++) {
    weights[String((shard.postings[at] ?? 0) & ~IN_TITLE)] = ((shard.weights[at] ?? 0) * WEIGHT_UNIT).toFixed(3);
  }
  return weights;
}

describe('a compiled shard', () => {
  it('weighs every word of the bundled papers as lunr does, to three decimals', () => {
    const shard = compileShard(bundledPapers);
    const oracle = buildLunrIndex(bundledPapers, { searchable: true });
    assert.ok(shard.terms.length > 2000, `${shard.terms.length} terms`);
    for (const term of shard.terms) {
      const hits = oracle.query((query) => query.term(term, { usePipeline: false }));
      assert.deepEqual(weightsOf(shard, term), Object.fromEntries(hits.map(({ ref, score }) => [ref, score.toFixed(3)])), term);
    }
  });

  it('marks the documents that have the word in the title', () => {
    const shard = compileShard([
      aDocument({ title: 'Cache', abstract: 'other words' }),
      aDocument({ title: 'Other', abstract: 'a cache' }),
    ]);
    const place = placeOf(shard.terms, 'cache');
    assert.deepEqual([...shard.postings.subarray(shard.offsets[place], shard.offsets[place + 1])], [0 | IN_TITLE, 1]);
  });

  it('counts a word once for each field that holds it', () => {
    const shard = compileShard([aDocument({ title: 'Cache', abstract: 'A cache is a cache.', authors: ['Ann Cache'] })]);
    assert.equal(shard.fieldCounts[placeOf(shard.terms, 'cache')], 3);
  });

  it('holds names of object members as any word', () => {
    const { terms } = compileShard([aDocument({ title: '__proto__ constructor toString', abstract: 'hasOwnProperty' })]);
    assert.deepEqual(terms, ['constructor', 'has', 'hasownproperty', 'own', 'property', 'proto', 'string', 'to', 'tostring']);
  });

  it('of no documents has no words', () => {
    const { size, terms, postings } = compileShard([]);
    assert.deepEqual({ size, terms, postings: [...postings] }, { size: 0, terms: [], postings: [] });
  });
});
