import assert from 'node:assert/strict';
import fc from 'fast-check';
import { SoughtWords } from '../../../src/core/search/sought-words';
import { phraseOf, termsOf } from '../../../src/core/search/tokenise';

function isIn(text: string, words: string, { exact = false, unfinished = false } = {}): boolean {
  return new SoughtWords({ text: words, exact, unfinished }).areIn(text);
}

const piece = fc.constantFrom(
  'flash', 'Flash', 'attention', 'FlashAttention', 'Long-CLIP', 'E^2-LLM', 'qwen2.5', "model's", 'a', 'of', 'state', 'é', 'Marjanović', 'ﬁne', '（状态）', '😀', '-', '.', ' ', '  ', '\n', ',', '"',
);
const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));

describe('looking for words in a text', () => {
  it('finds a phrase where the whole text, cut into words, has it', () => {
    fc.assert(
      fc.property(text, text, (words, within) => {
        const phrase = phraseOf(words);
        assert.equal(isIn(within, words, { exact: true }), phrase.trim() !== '' && phraseOf(within).includes(phrase));
      }),
      { numRuns: 500 },
    );
  });

  it('finds the beginning of every term of a text', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (within, which, length) => {
        const terms = termsOf(within);
        const term = terms[which % Math.max(1, terms.length)] ?? '';
        const beginning = Array.from(term).slice(0, 1 + (length % 8)).join('');
        // A beginning that ends in a dot or a mark is cut into other words.
        fc.pre(/^[a-z0-9]+$/u.test(beginning));
        assert.ok(isIn(within, beginning, { unfinished: true }), `${beginning} in ${within}`);
      }),
      { numRuns: 500 },
    );
  });

  it('finds nothing for no words', () => {
    assert.equal(isIn('flash', '…'), false);
    assert.equal(isIn('', 'flash'), false);
  });

  it('takes time in proportion to the text, whatever the text', () => {
    for (const flood of ['a', 'flas', "'s", '-', 'é', 'aé ', 'fla sh ', '\u0301']) {
      assert.equal(isIn(flood.repeat(20_000), 'flashattention model', { exact: false }), false, flood);
    }
  });
});
