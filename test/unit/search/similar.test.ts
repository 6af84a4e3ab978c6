import assert from 'node:assert/strict';
import { asWritten } from '../../../src/core/search/as-written';
import { CorpusIndex } from '../../../src/core/search/corpus-index';
import type { SearchDocument } from '../../../src/core/search/document';
import { fingerprintsOf } from '../../../src/core/search/fingerprint';
import { termsOf } from '../../../src/core/search/tokenise';
import { aDocument, bundledPapers } from './bundled-papers';

function indexOf(documents: readonly SearchDocument[], shardSize = 1_000, index = new CorpusIndex()): CorpusIndex {
  index.open(fingerprintsOf(documents));
  for (const positions of index.plan(shardSize)) {
    index.add([...positions], [...positions].flatMap((position) => documents[position] ?? []));
    index.build();
  }
  return index;
}

function position(key: string): number {
  return bundledPapers.findIndex((paper) => paper.key === key);
}

describe('papers like another', () => {
  const index = indexOf(bundledPapers);

  it('share telling words with it, which stand in both, and are never it', () => {
    for (const [place, paper] of bundledPapers.entries()) {
      const words = new Set(termsOf(`${paper.title} ${paper.abstract}`));
      for (const { document, shared } of index.similar(place, 6)) {
        const other = bundledPapers[document];
        const others = new Set(termsOf(`${other?.title} ${other?.abstract}`));
        assert.notEqual(document, place);
        assert.ok(shared.length >= 2, paper.key);
        assert.deepEqual(shared.filter((word) => !words.has(word) || !others.has(word)), []);
      }
    }
  });

  it('speak of the same', () => {
    const mostLike: readonly (readonly [string, string])[] = [
      ['hapo', 'drpo'],
      ['longwriter-zero', 'longwriter'],
      ['deep-forcing', 'xl3m'],
      ['flashattention', 'efficiently-training-7b'],
      ['rest-continual-learning', 'recognition-recall-retention'],
    ];
    for (const [key, other] of mostLike) {
      assert.equal(bundledPapers[index.similar(position(key), 1)[0]?.document ?? -1]?.key, other);
    }
  });

  it('have their shared words shown as they are written, whole', () => {
    const text = 'A Training-Free method that is free, for LongCLIP';
    assert.deepEqual(asWritten(['trainingfree', 'training', 'longclip', 'clip', 'gone', 'method'], text, 5), ['training-free', 'longclip', 'method']);
    assert.deepEqual(asWritten(['method', 'that', 'training'], text, 2), ['method', 'that']);
  });

  it('are as many as asked for at most, and none for a place where there is no paper', () => {
    assert.ok(index.similar(0, 30).length > 1);
    assert.equal(index.similar(0, 1).length, 1);
    assert.deepEqual(index.similar(-1, 3), []);
    assert.deepEqual(index.similar(bundledPapers.length, 3), []);
    assert.deepEqual(new CorpusIndex().similar(0, 3), []);
  });

  it('are mostly the same however the index is divided', () => {
    const parts = indexOf(bundledPapers, 7);
    let same = 0;
    let all = 0;
    for (const place of bundledPapers.keys()) {
      const whole = new Set(index.similar(place, 6).map(({ document }) => document));
      same += parts.similar(place, 6).filter(({ document }) => whole.has(document)).length;
      all += whole.size;
    }
    assert.ok(same / all > 0.8, String(same / all));
  });

  it('are not those that are gone', () => {
    const documents = ['one', 'two', 'three'].map((key) => aDocument({ key, title: 'Sparse attention kernels', abstract: `Sparse attention kernels ${key}` }));
    const kept = indexOf(documents);
    assert.deepEqual(kept.similar(0, 5).map(({ document }) => document), [1, 2]);
    indexOf(documents.slice(0, 2), 1_000, kept);
    assert.deepEqual(kept.similar(0, 5).map(({ document }) => document), [1]);
  });
});
