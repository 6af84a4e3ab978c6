import assert from 'node:assert/strict';
import fc from 'fast-check';
import lunr from 'lunr';
import { porterStem } from '../../../src/core/search/porter-stem';
import { bundledPage } from '../papers/pages';

const ofLunr = (word: string) => lunr.stemmer(new lunr.Token(word, {})).toString();

describe('the stem of a word', () => {
  it('is that of lunr, for every word of the bundled digest', () => {
    const words = new Set(bundledPage.toLowerCase().match(/[\p{L}\p{N}.'-]+/gu));
    assert.ok(words.size > 2_000);
    words.forEach((word) => assert.equal(porterStem(word), ofLunr(word), word));
  });

  it('is that of lunr, for made-up words with all endings', () => {
    const endings = 's es sses ies ed eed ing at bl iz y ational tional enci anci izer bli alli entli eli ousli ization ation ator alism iveness fulness ousness aliti iviti biliti logi icate ative alize iciti ical ful ness al ance ence er ic able ible ant ement ment ent sion tion ou ism ate iti ous ive ize e ll lle'.split(' ');
    const word = fc.tuple(fc.string({ unit: fc.constantFrom(...Array.from('abeilmorstuvyzé2-')), maxLength: 7 }), fc.array(fc.constantFrom(...endings), { maxLength: 3 })).map(([start, rest]) => start + rest.join(''));
    fc.assert(
      fc.property(word, (made) => assert.equal(porterStem(made), ofLunr(made))),
      { seed: 20260109, numRuns: 50_000 },
    );
  });
});
