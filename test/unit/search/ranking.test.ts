import assert from 'node:assert/strict';
import { SearchEngine, type SearchDocument } from '../../../src/core/search/engine';
import { SHARD_SIZE } from '../../../src/core/search/shard';
import { aDocument } from './bundled-papers';

/** Keys in the order found. Documents are given the worse one first, so that the order of the documents helps nobody. */
function ranked(query: string, documents: readonly Partial<SearchDocument>[]): string[] {
  return SearchEngine.build(documents.map((fields) => aDocument(fields)))
    .search(query)
    .map(({ key }) => key);
}

describe('the order of hits', () => {
  it('puts the title that begins with the query before one that holds it, and that before scattered words', () => {
    const found = ranked('long context models ', [
      { key: 'scattered', title: 'Models of Context for Long Texts' },
      { key: 'holding', title: 'Train Long Context Models Well' },
      { key: 'beginning', title: 'Long Context Models Trained Well' },
    ]);
    assert.deepEqual(found, ['beginning', 'holding', 'scattered']);
  });

  it('puts a paper with all the words before one that repeats some', () => {
    const found = ranked('sparse cache eviction ', [
      { key: 'repeating', abstract: 'Sparse eviction, sparse eviction and sparse eviction again.' },
      { key: 'complete', abstract: 'We study a sparse cache with another rule of eviction in a much longer text that goes on and on.' },
      { key: 'other', abstract: 'A cache.' },
      { key: 'another', abstract: 'One more cache.' },
    ]);
    assert.equal(found[0], 'complete');
  });

  it('puts words in the title before words in the abstract', () => {
    const found = ranked('cache eviction ', [
      { key: 'abstract', title: 'Keys', abstract: 'Eviction, a cache.' },
      { key: 'title', title: 'Eviction for a Cache of Many Keys and Values in Long Texts', abstract: 'A study that goes on for a while.' },
    ]);
    assert.deepEqual(found, ['title', 'abstract']);
  });

  it('puts a paper by someone before a paper that mentions them', () => {
    const found = ranked('Ada Marjanovic', [
      { key: 'mention', abstract: 'Ada, Marjanović, Ada, Marjanović and others, as Marjanović says of Ada.' },
      { key: 'author', authors: ['Bo Li', 'Ada Marjanović'] },
    ]);
    assert.deepEqual(found, ['author', 'mention']);
  });

  it('puts a paper of an organisation before a paper that mentions it', () => {
    const found = ranked('deepmind', [
      { key: 'mention', abstract: 'DeepMind did this; DeepMind did that.' },
      { key: 'organisation', organisation: { slug: 'deepmind', name: 'Google DeepMind' } },
    ]);
    assert.deepEqual(found, ['organisation', 'mention']);
  });

  it('puts the word itself before other forms, and those before what may have been meant', () => {
    const found = ranked('caching ', [
      { key: 'slip', abstract: 'On cashing in.' },
      { key: 'form', abstract: 'It is cached.' },
      { key: 'exact', abstract: 'We do caching.' },
    ]);
    assert.deepEqual(found, ['exact', 'form', 'slip']);
  });

  it('asks for both halves of a compound', () => {
    const found = ranked('longcontext ', [
      { key: 'half', title: 'Long' },
      { key: 'other half', title: 'Context' },
      { key: 'both', title: 'Context, Long' },
    ]);
    assert.deepEqual(found, ['both']);
  });

  it('does not depend on the shard a paper is in', () => {
    const paper = { title: 'Eviction', abstract: 'A cache.' };
    const common = Array.from({ length: SHARD_SIZE - 1 }, (_, index) =>
      aDocument({ key: `c${index}`, title: 'Values', abstract: index % 3 === 0 ? 'A key.' : 'A cache.' }),
    );
    const rare = Array.from({ length: SHARD_SIZE - 1 }, (_, index) => aDocument({ key: `r${index}`, title: 'Values', abstract: 'A key.' }));
    const engine = SearchEngine.build([...common, aDocument({ ...paper, key: 'first' }), ...rare, aDocument({ ...paper, key: 'second' })]);
    const [a, b] = engine.search('eviction cache ', 2);
    assert.ok(a && b);
    assert.deepEqual([a.key, b.key].sort(), ['first', 'second']);
    assert.ok(Math.abs(a.score - b.score) < 0.01 * a.score, `${a.score} and ${b.score}`);
  });

  it('finds a word that every paper has', () => {
    const everywhere = Array.from({ length: SHARD_SIZE }, (_, index) => ({ key: `p${index}`, title: '', abstract: 'Cache' }));
    assert.equal(ranked('cache', everywhere).length, 20);
  });

  it('keeps the order of the papers among equal ones', () => {
    const equal = ['b', 'a', 'c'].map((key) => ({ key, title: 'Cache' }));
    assert.deepEqual(ranked('cache', equal), ['b', 'a', 'c']);
  });
});
