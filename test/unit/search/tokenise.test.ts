import assert from 'node:assert/strict';
import fc from 'fast-check';
import { MAX_TERM_LENGTH, phraseOf, termsOf, tokenise } from '../../../src/core/search/tokenise';

const cases: readonly (readonly [name: string, text: string, terms: readonly string[]])[] = [
  ['lower-cases words and drops the marks around them', '(Deep Sink), and', ['deep', 'sink', 'and']],
  ['cuts a compound and joins it', 'Long-CLIP:', ['long', 'clip', 'longclip']],
  ['reads a power as a compound', 'E^2-LLM:', ['e', '2', 'llm', 'e2llm']],
  ['cuts humps off a name', 'FlashAttention', ['flashattention', 'flash', 'attention']],
  ['cuts an acronym off a name', 'LLMTraining', ['llmtraining', 'llm', 'training']],
  ['keeps the plural of an acronym whole', 'LLMs', ['llms']],
  ['keeps a version and tells its parts', 'Qwen2.5', ['qwen2.5', 'qwen2']],
  ['keeps no mark at the end of a sentence', 'tokens.', ['tokens']],
  ['drops the possessive', "model's LLaMA’s", ['model', 'llama', 'lla', 'ma']],
  ['joins no list of more than four', 'a1/b2/c3/d4/e5', ['a1', 'b2', 'c3', 'd4', 'e5']],
  ['takes compatibility forms as plain letters', 'ﬁne ２', ['fine', '2']],
  ['takes accents off Latin letters', 'Marjanović', ['marjanovic']],
  ['finds nothing in punctuation', '-- … "" ()', []],
  ['takes names of object members as words', '__proto__ constructor', ['proto', 'constructor']],
];

describe('the tokeniser', () => {
  for (const [name, text, terms] of cases) {
    it(name, () => assert.deepEqual(termsOf(text), terms));
  }

  it('says where each term stands', () => {
    const text = 'We use Long-CLIP, naïvely.';
    const stretches = tokenise(text).map(({ text: term, kind, start, end }) => [term, kind, text.slice(start, end)]);
    assert.deepEqual(stretches, [
      ['we', 'word', 'We'],
      ['use', 'word', 'use'],
      ['long', 'word', 'Long'],
      ['clip', 'word', 'CLIP'],
      ['longclip', 'joined', 'Long-CLIP'],
      ['naively', 'word', 'naïvely'],
    ]);
  });

  it('lets a term stand for the whole chunk when normalising moved its letters', () => {
    const text = 'ﬁne-tuning';
    const places = tokenise(text).map(({ start, end }) => [start, end]);
    assert.deepEqual(places, [[0, text.length], [0, text.length], [0, text.length]]);
  });

  it('makes a phrase of the words alone', () => {
    assert.equal(phraseOf('FlashAttention: Memory-Efficient'), ' flashattention memory efficient ');
  });

  it('cuts a long term at the same place wherever it stands', () => {
    const long = 'x'.repeat(5000);
    assert.deepEqual(termsOf(long), ['x'.repeat(MAX_TERM_LENGTH)]);
    assert.deepEqual(termsOf(`${long}yz`), termsOf(long));
  });

  it('keeps every place inside the text and every term within bounds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        for (const { text: term, start, end } of tokenise(text)) {
          assert.ok(start >= 0 && start < end && end <= text.length);
          assert.ok(term.length > 0 && term.length <= MAX_TERM_LENGTH);
          assert.doesNotMatch(term, /\s/);
        }
      }),
    );
  });

  it('gives the same terms for a text in either case', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9 .-]{0,60}$/), (text) => {
        assert.deepEqual(termsOf(text.toUpperCase()), termsOf(text));
      }),
    );
  });
});
