import assert from 'node:assert/strict';
import { axisText } from '../../../webview/plot/axis-text';

describe('a number on an axis', () => {
  for (const [value, text] of [
    [0, '0'],
    [512, '512'],
    [16384, '16384'],
    [20000, '20k'],
    [1_500_000, '1.5M'],
    [0.02, '0.02'],
    [0.000012, '1.2×10⁻⁵'],
    [-40, '−40'],
    [2.5, '2.5'],
    [1e12, '1T'],
  ] as const) {
    it(`${String(value)} is ${text}`, () => assert.equal(axisText(value), text));
  }
});
