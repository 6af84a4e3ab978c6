import assert from 'node:assert/strict';
import fc from 'fast-check';
import { placeOf, targetAt } from '../../../src/core/annotations/text-place';

const TEXT = 'We show that 𝒪(n) memory 🧠 is enough; café memory is not.';

describe('the place of a target in a text', () => {
  it('is the range that it was made of, whatever the characters', () => {
    const texts = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '𝒪', '🧠', 'e\u0301', '\u0301'), minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), (text, from, length) => {
        const points = Array.from(text);
        const start = from % points.length;
        const end = start + 1 + (length % (points.length - start));
        const range = { start: points.slice(0, start).join('').length, end: points.slice(0, end).join('').length };
        const target = targetAt(text, range);
        assert.deepEqual(target.position, { start, end });
        assert.deepEqual(placeOf(text, target), { state: 'exact', range });
      }),
      { seed: 20260109 },
    );
  });

  it('is elsewhere where its words are, told by what stands around them', () => {
    const start = TEXT.lastIndexOf('memory');
    const target = targetAt(TEXT, { start, end: start + 6 });
    assert.deepEqual(placeOf(`Moreover: ${TEXT}`, target), { state: 'moved', range: { start: start + 10, end: start + 16 } });
    const candidates = [...TEXT.matchAll(/memory/gu)].map(({ index }) => ({ start: index, end: index + 6 }));
    assert.deepEqual(placeOf(TEXT, { exact: 'memory', prefix: '', suffix: '' }), { state: 'ambiguous', candidates });
    const near = placeOf(`🧠 ${TEXT}`, { ...target, prefix: 'café ', suffix: ' is' });
    assert.deepEqual(near, { state: 'moved', range: { start: start + 3, end: start + 9 } });
  });

  it('is never one where the words are not', () => {
    assert.deepEqual(placeOf(TEXT, { exact: 'Memory', prefix: '', suffix: '', position: { start: 18, end: 24 } }), { state: 'orphaned' });
    assert.deepEqual(placeOf(TEXT, { exact: '', prefix: '', suffix: '' }), { state: 'orphaned' });
  });
});
