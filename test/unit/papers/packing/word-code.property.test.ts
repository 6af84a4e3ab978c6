import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isPackable, WordCode } from '../../../../src/core/papers/packing/word-code';

const texts = fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.lorem({ maxCount: 30 }), fc.constantFrom('\uFEFFa', '  two  blanks ', '\n', 'naïve – “café”')));

describe('a code of words', () => {
  it('gives every text back as it was, whatever it was learnt from', () => {
    fc.assert(
      fc.property(texts, texts, (sample, packed) => {
        const code = WordCode.learn(sample);
        for (const text of [...sample, ...packed].filter(isPackable)) {
          assert.equal(unpacked(code, text), text);
        }
      }),
      { seed: 42 },
    );
  });

  it('packs no text with half a character, and none that is very long', () => {
    assert.ok(isPackable('\u{1F600}'));
    assert.ok(!isPackable('\uD83D'));
    assert.ok(!isPackable('\uDE00\uD83D'));
    assert.ok(!isPackable('x'.repeat(20_000)));
    assert.ok(!isPackable(undefined));
  });

  it('packs words that have no number in the worst order', () => {
    const code = WordCode.learn([]);
    const text = '€\u0000'.repeat(8_000);
    assert.equal(unpacked(code, text), text);
  });
});

function unpacked(code: WordCode, text: string): string {
  const bytes = code.pack(text).slice();
  return code.unpack(bytes, 0, bytes.length);
}
