import assert from 'node:assert/strict';
import { buildLunrIndex, compileShard } from '../../../src/core/search/compile';
import { DOCUMENT, fieldsOf, IN_ABSTRACT, IN_PEOPLE, IN_TITLE, WEIGHT_UNIT, type CompiledShard } from '../../../src/core/search/shard';
import { termAt } from '../../../src/core/search/term-list';
import { CorpusIndex } from '../../../src/core/search/corpus-index';
import { fingerprintsOf } from '../../../src/core/search/fingerprint';
import { STOP_WORDS } from '../../../src/core/search/stop-words';
import { aDocument, bundledPapers } from './bundled-papers';

function termsOf(shard: CompiledShard): string[] {
  return Array.from(shard.fieldCounts, (_, place) => termAt(shard.terms, place));
}

/** Where the postings of a term lie. */
function rangeOf(shard: CompiledShard, term: string): readonly [from: number, to: number] {
  const place = termsOf(shard).indexOf(term);
  return [shard.offsets[place] ?? 0, shard.offsets[place + 1] ?? 0];
}

describe('a compiled shard', () => {
  it('weighs every word of the bundled papers as lunr does, to three decimals', () => {
    const shard = compileShard(bundledPapers);
    const oracle = buildLunrIndex(bundledPapers);
    const terms = termsOf(shard);
    assert.ok(terms.length > 2000, `${terms.length} terms`);
    terms.forEach((term, place) => {
      const weights: Record<string, string> = {};
      for (let at = shard.offsets[place] ?? 0; at < (shard.offsets[place + 1] ?? 0); at++) {
        weights[String((shard.postings[at] ?? 0) & DOCUMENT)] = ((shard.weights[at] ?? 0) * WEIGHT_UNIT).toFixed(3);
      }
      const hits = oracle.query((query) => query.term(term, { usePipeline: false }));
      assert.deepEqual(weights, Object.fromEntries(hits.map(({ ref, score }) => [ref, score.toFixed(3)])), term);
    });
  });

  it('marks which fields of a document have the word', () => {
    const shard = compileShard([
      aDocument({ title: 'Cache', abstract: 'other words' }),
      aDocument({ title: 'Other', abstract: 'a cache', authors: ['Ann Cache'] }),
    ]);
    assert.deepEqual([...shard.postings.subarray(...rangeOf(shard, 'cache'))], [0 | IN_TITLE, 1 | IN_ABSTRACT | IN_PEOPLE]);
  });

  it('counts a word once for each field that holds it', () => {
    const shard = compileShard([aDocument({ title: 'Cache', abstract: 'A cache is a cache.', authors: ['Ann Cache'] })]);
    assert.equal(shard.fieldCounts[termsOf(shard).indexOf('cache')], 3);
    assert.equal(fieldsOf(IN_TITLE | IN_PEOPLE | 7), 2);
  });

  it('holds names of object members as any word', () => {
    const shard = compileShard([aDocument({ title: '__proto__ constructor toString', abstract: 'hasOwnProperty' })]);
    assert.deepEqual(termsOf(shard), ['constructor', 'has', 'hasownproperty', 'own', 'property', 'proto', 'string', 'to', 'tostring']);
  });

  it('of no documents has no words', () => {
    const { size, fieldCounts, postings } = compileShard([]);
    assert.deepEqual({ size, terms: fieldCounts.length, postings: [...postings] }, { size: 0, terms: 0, postings: [] });
  });
});

describe('lunr as the oracle of a search', () => {
  const oracle = buildLunrIndex(bundledPapers);
  const index = new CorpusIndex();
  index.open(fingerprintsOf(bundledPapers));
  index.add([...bundledPapers.keys()], bundledPapers);
  index.build();

  it('finds mostly the same papers first for two words that papers hold', () => {
    const titles = bundledPapers.map(({ title }) => title.toLowerCase().match(/[a-z]{5,}/g) ?? []);
    const queries = titles.flatMap((words) => (words[0] && words[1] ? [[words[0], words[1]]] : [])).filter((words) => words.every((word) => !STOP_WORDS.has(word)));
    assert.ok(queries.length > 30, `${queries.length} queries`);
    let shared = 0;
    let all = 0;
    for (const words of queries) {
      // The same words, also in the forms that ours looks for: lunr itself then ranks by weight alone.
      const answer = index.ask({ text: `${words.join(' ')} `, limit: 10 });
      const terms = new Set(answer.words.flatMap(({ expansions }) => expansions.flatMap((expansion) => expansion.terms)));
      const hits = oracle.query((query) => terms.forEach((term) => query.term(term, { usePipeline: false })));
      const expected = new Set(hits.slice(0, 10).map(({ ref }) => Number(ref)));
      all += Math.min(10, hits.length);
      shared += answer.candidates.filter(({ document }) => expected.has(document)).length;
    }
    assert.ok(shared / all > 0.7, `${shared} of ${all}`);
  });
});
