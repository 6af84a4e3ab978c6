import assert from 'node:assert/strict';
import { contrast, cssColour, mix, parseColour } from '../../../webview/plot/colour';

describe('colours', () => {
  it('are read as canvas writes them', () => {
    assert.deepEqual(parseColour('#1a85ff'), [26, 133, 255]);
    assert.deepEqual(parseColour('rgba(1, 2, 3, 0.5)'), [1, 2, 3]);
    assert.deepEqual(parseColour('rgb(1 2 3 / 50%)'), [1, 2, 3]);
    assert.deepEqual(parseColour('nonsense'), [128, 128, 128]);
  });

  it('mix from one to the other', () => {
    assert.equal(cssColour(mix([0, 0, 0], [255, 255, 255], 0.5)), 'rgb(128, 128, 128)');
  });

  it('contrast as WCAG counts it', () => {
    assert.equal(contrast([0, 0, 0], [255, 255, 255]), 21);
    assert.equal(contrast([9, 9, 9], [9, 9, 9]), 1);
    assert.ok(Math.abs(contrast([118, 118, 118], [255, 255, 255]) - 4.54) < 0.01);
  });
});
