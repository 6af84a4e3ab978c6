import assert from 'node:assert/strict';
import fc from 'fast-check';
import { AliasLookup } from '../../../src/core/search/alias-lookup';
import { ALIASES } from '../../../src/core/search/aliases';
import { expandQuery } from '../../../src/core/search/expand';
import { FuzzyFinder } from '../../../src/core/search/fuzzy';
import { parseQuery } from '../../../src/core/search/query';
import { bundledEngine, bundledPapers, keysFor } from './bundled-papers';
import { vocabularyOf } from './vocabulary-of';

const vocabulary = vocabularyOf(bundledPapers);
const lookups = { vocabulary, fuzzy: new FuzzyFinder(vocabulary), aliases: new AliasLookup(ALIASES) };

const anyQuery = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.string({ unit: 'grapheme', maxLength: 400 }),
  fc.array(fc.constantFrom('attention', 'ssm', 'la', 'flsh', 'kv', '-', '*', '~2', '^9', 'title:', '+', '"', ' ', '.', 'E^2-LLM'), { maxLength: 60 }).map((parts) => parts.join('')),
);

describe('reading a query', () => {
  it('takes at most 16 words', () => assert.equal(parseQuery('word '.repeat(100)).length, 16));

  it('takes the last word as unfinished unless something follows it', () => {
    assert.deepEqual(parseQuery('flash atte').map(({ unfinished }) => unfinished), [false, true]);
    assert.deepEqual(parseQuery('flash atte ').map(({ unfinished }) => unfinished), [false, false]);
  });

  it('leaves stop words out beside telling ones only', () => {
    assert.deepEqual(parseQuery('the cache of keys').map(({ ignored }) => ignored), [true, false, true, false]);
    assert.deepEqual(parseQuery('what is this').map(({ ignored }) => ignored), [false, false, false]);
  });

  it('keeps how a word was typed', () => {
    assert.deepEqual(parseQuery('  FlshAttn').map(({ typed, term, parts }) => ({ typed, term, parts })), [
      { typed: 'FlshAttn', term: 'flshattn', parts: ['flsh', 'attn'] },
    ]);
  });
});

describe('what a query may hold', () => {
  it('nothing: then nothing is found', () => {
    for (const query of ['', '   ', '\n\t', '-', '+', '*', '"', '…', '()[]{}', '~^:']) {
      assert.deepEqual(bundledEngine.search(query), [], JSON.stringify(query));
    }
  });

  it('signs of other query languages: they separate words', () => {
    for (const query of ['flash:attention', 'flash^ attention~', '+flash +attention', '"flash attention"', 'flash* attention*', '(flash) & attention']) {
      assert.equal(keysFor(query)[0], 'flashattention', query);
    }
  });

  it('names of object members: they are words', () => {
    for (const query of ['__proto__', 'constructor', 'hasOwnProperty', 'toString', '__defineGetter__ valueOf']) {
      assert.doesNotThrow(() => bundledEngine.search(query), query);
    }
  });

  it('a flood of letters: it is cut', () => {
    for (const flood of ['x~2', 'x', '-', 'a b ', 'aB', 'x.', 'flashattention', '\u0301', '\ud83d', 'ﬁ']) {
      assert.doesNotThrow(() => bundledEngine.search(flood.repeat(5000)), flood);
    }
  });

  it('anything: the work stays bounded', () => {
    fc.assert(
      fc.property(anyQuery, (query) => {
        const words = expandQuery(parseQuery(query), lookups);
        assert.ok(words.length <= 16);
        for (const { expansions } of words) {
          assert.ok(expansions.length <= 200, `${expansions.length} expansions`);
          assert.ok(expansions.every(({ terms }) => terms.length > 0 && terms.length <= 8));
        }
      }),
    );
  });

  it('anything: it is answered, with ranges in order inside what is shown', () => {
    const titles = new Map(bundledPapers.map(({ key, title }) => [key, title]));
    const assertRanges = (text: string, ranges: readonly { start: number; end: number }[]): void => {
      let last = -1;
      for (const { start, end } of ranges) {
        assert.ok(start > last && start < end && end <= text.length, `${start}–${end} in ${text.length}`);
        last = end;
      }
    };
    fc.assert(
      fc.property(anyQuery, (query) => {
        for (const hit of bundledEngine.search(query, 42)) {
          assert.ok(hit.score > 0);
          assertRanges(titles.get(hit.key) ?? '', hit.title);
          assertRanges(hit.snippet.text, hit.snippet.ranges);
        }
      }),
    );
  });
});
