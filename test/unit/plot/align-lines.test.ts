import assert from 'node:assert/strict';
import { alignLines } from '../../../webview/plot/align-lines';
import { LINES } from './charts';

describe('lines on one axis', () => {
  it('tells a gap from a place where a line was not sampled', () => {
    assert.deepEqual(alignLines(LINES.lines, 'log', 'log'), {
      x: [64, 128, 256, 512],
      ys: [
        [1, null, 9, undefined],
        [1, undefined, undefined, 64],
      ],
    });
  });

  it('has gaps where a logarithmic axis cannot show a value', () => {
    const line = { name: 'a', x: [0, 1, 2], y: [5, 0, 3], style: 'measured' as const };
    assert.deepEqual(alignLines([line], 'log', 'log'), { x: [1, 2], ys: [[null, 3]] });
    assert.deepEqual(alignLines([line], 'linear', 'linear'), { x: [0, 1, 2], ys: [[5, 0, 3]] });
  });
});
