import assert from 'node:assert/strict';
import fc from 'fast-check';
import { codePointsBefore, fromCodePoints, offsetOfCodePoint, toCodePoints } from '../../../src/core/anchors/code-points';
import { CONTEXT_LENGTH, describeTarget } from '../../../src/core/anchors/describe-target';

describe('code points', () => {
  it('count a character outside the first plane once, and marks for themselves', () => {
    const text = 'a𝔸e\u0301b';
    assert.deepEqual([0, 1, 2, 3, 4, 5, 6].map((offset) => codePointsBefore(text, offset)), [0, 1, 1, 2, 3, 4, 5]);
    assert.deepEqual([0, 1, 2, 3, 4, 5, 6].map((point) => offsetOfCodePoint(text, point)), [0, 1, 3, 4, 5, 6, undefined]);
  });

  it('count a half of a pair that stands alone', () => {
    assert.equal(codePointsBefore('\uD800a\uDC00b', 3), 3);
  });

  it('come back as they were', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(), fc.nat(), (text, one, other) => {
        const points = [...text].length;
        const [start, end] = [one % (points + 1), other % (points + 1)].sort((first, second) => first - second);
        const range = fromCodePoints(text, { start: start ?? 0, end: end ?? 0 });
        assert.ok(range);
        assert.deepEqual(toCodePoints(text, range), { start, end });
        assert.equal(text.slice(range.start, range.end), [...text].slice(start, end).join(''));
      }),
    );
  });

  it('give no range that a text does not have', () => {
    for (const range of [{ start: 0, end: 4 }, { start: -1, end: 2 }, { start: 2, end: 1 }, { start: 0.5, end: 2 }, { start: NaN, end: 2 }]) {
      assert.equal(fromCodePoints('abc', range), undefined);
    }
  });
});

describe('describeTarget', () => {
  it('says the words, what stands around them and where in code points', () => {
    assert.deepEqual(describeTarget('𝔸 model of x', { start: 3, end: 8 }), { exact: 'model', prefix: '𝔸 ', suffix: ' of x', position: { start: 2, end: 7 } });
  });

  it('cuts no character', () => {
    const text = `${'𝔸'.repeat(40)}b${'𝔹'.repeat(40)}`;
    const { exact, prefix, suffix } = describeTarget(text, { start: 79, end: 82 });
    assert.equal(exact, '𝔸b𝔹');
    for (const context of [prefix, suffix]) {
      assert.ok(!/\p{Cs}/u.test(context) && context.length <= CONTEXT_LENGTH);
    }
  });

  it('keeps to the text', () => {
    assert.equal(describeTarget('abc', { start: -4, end: 99 }).exact, 'abc');
    assert.equal(describeTarget('abc', { start: 2, end: 1 }).exact, '');
  });
});
