import assert from 'node:assert/strict';
import { bundledEngine, bundledPapers } from './bundled-papers';

describe('the papers that a filter keeps', () => {
  it('are all of them while nothing is typed', () => {
    assert.equal(bundledEngine.holding('  ').size, bundledPapers.length);
  });

  it('hold every word, in whatever form', () => {
    const kept = bundledEngine.holding('flsh atention');
    assert.ok(kept.has('flashattention'));
    assert.ok(kept.size < 5, `few papers say both: ${[...kept].join(', ')}`);
  });

  it('grow fewer with each word', () => {
    const one = bundledEngine.holding('length');
    const two = bundledEngine.holding('length generalization');
    assert.ok(two.size > 0 && two.size < one.size && one.size < bundledPapers.length, `${two.size} < ${one.size}`);
    assert.ok([...two].every((key) => one.has(key)));
  });

  it('are none when a word is nowhere', () => {
    assert.deepEqual([...bundledEngine.holding('attention zzzzqqqq')], []);
  });
});
