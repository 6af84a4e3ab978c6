import assert from 'node:assert/strict';
import fc from 'fast-check';
import { normaliseTag, tagPath, tidyTags } from '../../../src/core/papers/tags';

describe('a tag', () => {
  for (const [typed, kept] of [
    ['#attention', 'attention'],
    ['  to   read ', 'to read'],
    ['nlp // long context /', 'nlp/long context'],
    ['a\u0000b\u200Bc', 'a b c'],
    ['C#', 'C#'],
    ['/', undefined],
    ['##', undefined],
    ['x'.repeat(81), undefined],
  ] as const) {
    it(`typed as ${JSON.stringify(typed.slice(0, 20))} is ${kept === undefined ? 'none' : `kept as ${JSON.stringify(kept)}`}`, () => assert.equal(normaliseTag(typed), kept));
  }

  it('that is kept is kept as it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom('#', '/', ' ', 'a', '\u0301', '\u200B') })), (text) => {
        const tag = normaliseTag(text);
        assert.ok(tag === undefined || normaliseTag(tag) === tag, JSON.stringify(tag));
        assert.deepEqual(tidyTags(tidyTags([text])), tidyTags([text]));
      }),
    );
  });

  it('lists the tags it is under', () => assert.deepEqual(tagPath('a/b/c'), ['a', 'a/b', 'a/b/c']));
});
