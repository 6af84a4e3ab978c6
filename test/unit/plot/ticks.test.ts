import assert from 'node:assert/strict';
import fc from 'fast-check';
import { axisRange, isPowersOfTwo, ticksOf } from '../../../webview/plot/ticks';

describe('ticks', () => {
  it('are powers of two where sizes are', () => {
    assert.ok(isPowersOfTwo([64, 256, 4096, 0.5]));
    assert.ok(!isPowersOfTwo([64, 100]));
    assert.ok(!isPowersOfTwo([0]));
    assert.ok(!isPowersOfTwo([]));
    assert.deepEqual(ticksOf([64, 1024], 'log', 8, 2), [64, 128, 256, 512, 1024]);
  });

  it('leave out powers when there is no room', () => {
    assert.deepEqual(ticksOf([1, 256], 'log', 4, 2), [1, 8, 64]);
  });

  it('are decades on a decimal logarithmic axis', () => {
    assert.deepEqual(ticksOf([0.9, 2000], 'log', 6), [1, 10, 100, 1000]);
  });

  it('go between decades where there are few of them', () => {
    assert.deepEqual(ticksOf([1.5, 30], 'log', 6), [2, 5, 10, 20]);
  });

  it('are round on a linear axis and free of rounding noise', () => {
    assert.deepEqual(ticksOf([0, 1], 'linear', 6), [0, 0.2, 0.4, 0.6, 0.8, 1]);
    assert.deepEqual(ticksOf([0, 0.35], 'linear', 4), [0, 0.1, 0.2, 0.3]);
  });

  it('lie within the axis and are not many more than asked for', () => {
    const value = fc.double({ min: 1e-6, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(value, fc.double({ min: 1.01, max: 1e6, noNaN: true }), fc.integer({ min: 2, max: 12 }), (from, factor, most) => {
        for (const [scale, base] of [['linear', 10], ['log', 10], ['log', 2]] as const) {
          const ticks = ticksOf([from, from * factor], scale, most, base);
          const slack = from * 1e-6;
          assert.ok(ticks.length <= most + 1, `${String(ticks.length)} ticks`);
          assert.ok(ticks.every((tick) => tick >= from - slack && tick <= from * factor + from * factor * 1e-6), String(ticks));
        }
      }),
    );
  });
});

describe('the stretch of an axis', () => {
  it('starts at zero when linear and nothing is below', () => assert.equal(axisRange([3, 9], 'linear')[0], 0));

  it('leaves out what has no logarithm', () => {
    const [from, to] = axisRange([0, -3, 10, 1000], 'log');
    assert.ok(from > 1 && from < 10 && to > 1000);
  });

  it('has a length even for one value, or none', () => {
    for (const values of [[], [0], [5], [-2]]) {
      for (const scale of ['linear', 'log'] as const) {
        const [from, to] = axisRange(values, scale);
        assert.ok(to > from, `${String(values)} ${scale}`);
      }
    }
  });
});
