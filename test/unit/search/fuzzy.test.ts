import assert from 'node:assert/strict';
import fc from 'fast-check';
import { FuzzyFinder, slips } from '../../../src/core/search/fuzzy';
import { vocabularyOf } from './vocabulary-of';
import { aDocument } from './bundled-papers';

const word = fc.stringMatching(/^[abc]{1,9}$/);
const neighbour = fc.stringMatching(/^a[abc]{3,6}$/);

function finderOver(words: string): FuzzyFinder {
  return new FuzzyFinder(vocabularyOf([aDocument({ title: words, abstract: '' })]));
}

function near(typed: string, words: string): string[] {
  return finderOver(words)
    .near(typed, 6)
    .map(({ term }) => term);
}

describe('slips between two words', () => {
  const cases: readonly (readonly [a: string, b: string, slips: number])[] = [
    ['flash', 'flash', 0],
    ['flsh', 'flash', 1],
    ['flassh', 'flash', 1],
    ['flosh', 'flash', 1],
    ['falsh', 'flash', 1],
    ['fals', 'flash', 2],
    ['ca', 'abc', 3],
  ];
  for (const [a, b, count] of cases) {
    it(`counts ${count} from ${a} to ${b}`, () => assert.equal(slips(a, b, 3), count));
  }

  it('stops one above the most that is asked for', () => {
    assert.equal(slips('attention', 'cache', 2), 3);
    assert.equal(slips('cache', 'case', 1), 2);
  });

  it('is the same in both directions and 0 for equal words alone', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        assert.equal(slips(a, b, 9), slips(b, a, 9));
        assert.equal(slips(a, b, 9) === 0, a === b);
      }),
    );
  });

  it('grows by at most one with each letter taken away', () => {
    fc.assert(fc.property(word, word, (a, b) => assert.ok(slips(a.slice(1), b, 9) <= slips(a, b, 9) + 1)));
  });
});

describe('words that were meant', () => {
  it('are found one slip away from four letters on', () => {
    assert.deepEqual(near('flsh', 'flash attention cache'), ['flash']);
    assert.deepEqual(near('fls', 'flash'), []);
  });

  it('are not found two slips away from a short word', () => assert.deepEqual(near('cache', 'have case match'), []));

  it('are found two slips away from eight letters on', () => {
    assert.deepEqual(near('atention', 'attention'), ['attention']);
    assert.deepEqual(near('atentoin', 'attention'), ['attention']);
  });

  it('come the closest first', () => assert.deepEqual(near('generate', 'generative generated'), ['generated', 'generative']));

  it('are found by a beginning with a slip in it', () => {
    const found = finderOver('flashattention flat').nearBeginning('flashaten', 6);
    assert.deepEqual(found, [{ term: 'flashattention', distance: 1 }]);
  });

  it('are every word of the vocabulary that one slip reaches, when a first letter agrees', () => {
    fc.assert(
      fc.property(fc.uniqueArray(neighbour, { minLength: 1, maxLength: 8 }), neighbour, (words, typed) => {
        const expected = words.filter((other) => slips(typed, other, 1) === 1);
        const found = finderOver(words.join(' ')).near(typed, 20);
        assert.deepEqual(found.filter(({ distance }) => distance === 1).map(({ term }) => term).sort(), expected.sort());
      }),
    );
  });
});
