import assert from 'node:assert/strict';
import { placesIn } from '../../../webview/reader/claims-places';

/** The words that a part of the source has in the text made of it. */
function shownAs(source: string, part: string, shown: string): string | undefined {
  const start = source.indexOf(part);
  const [place] = placesIn(source, [{ start, end: start + part.length }], shown);
  return place && shown.slice(place.start, place.end);
}

const cases: readonly (readonly [name: string, source: string, part: string, shown: string, words: string | undefined])[] = [
  ['the same words', 'It is 3x faster.', '3x', 'It is 3x faster.', '3x'],
  ['words with other blanks', 'a gain of\n6.4 points  of lift', '6.4 points', 'a gain of 6.4\npoints of lift', '6.4\npoints'],
  ['words beside markup', 'reaches **61.4%** accuracy on this set', '61.4%', 'reaches 61.4% accuracy on this set', undefined],
  ['words before markup', 'we measure a gain of 61.4% *here* and there', '61.4%', 'we measure a gain of 61.4% here and there', '61.4%'],
  ['a formula', 'It is $3\\times$ faster.', '$3\\times$', 'It is 3× faster.', undefined],
  ['a number that stands there twice the same', '5% and then 5% and then 5% and then', '5%', '5% and then 5% and then 5% and then', undefined],
  ['astral letters before it', '𝒪𝒪 is 3x faster', '3x', '𝒪𝒪 is 3x faster', '3x'],
];

describe('places of claims in the abstract', () => {
  for (const [name, source, part, shown, words] of cases) {
    it(words === undefined ? `are not guessed for ${name}` : `are found for ${name}`, () => assert.equal(shownAs(source, part, shown), words));
  }

  it('are those of the right one of two numbers', () => {
    const source = 'It needs 40% less memory, and 40% less time.';
    const start = source.lastIndexOf('40%');
    assert.deepEqual(placesIn(source, [{ start, end: start + 3 }], source), [{ start, end: start + 3 }]);
  });
});
