import assert from 'node:assert/strict';
import { markMatches } from '../../../src/features/search/mark-matches';

describe('marking matches in a snippet', () => {
  it('puts marks round each matched stretch and folds white space', () => {
    const text = 'exact  attention\nwith tiling';
    assert.equal(markMatches(text, [{ start: 7, end: 16 }, { start: 22, end: 28 }]), 'exact ‹attention› with ‹tiling›');
  });

  it('leaves a snippet without matches as it is', () => {
    assert.equal(markMatches('no match here', []), 'no match here');
  });
});
