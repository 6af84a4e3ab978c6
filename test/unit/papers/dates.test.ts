import assert from 'node:assert/strict';
import { firstDateFrom, isoDate, longDate, monthNumber } from '../../../src/core/papers/dates';

describe('dates', () => {
  it('are only days the Gregorian calendar has', () => {
    assert.equal(isoDate(2024, 2, 29), '2024-02-29');
    for (const [year, month, day] of [[2025, 2, 29], [1900, 2, 29], [2025, 2, 31], [2025, 4, 31], [2025, 1, 0], [23, 1, 1], [9999, 1, 1], [2025, 13, 1], [2025, 0, 1]] as const) {
      assert.equal(isoDate(year, month, day), undefined);
    }
  });

  it('know months by name, abbreviated or not', () => {
    assert.deepEqual(['May', 'Sept.', 'october', 'Ma', 'Foo', ''].map(monthNumber), [5, 9, 10, undefined, undefined, undefined]);
  });

  it('without a year are the first from a day on', () => {
    assert.equal(firstDateFrom('2025-12-04', { month: 1, day: 9 }), '2026-01-09');
    assert.equal(firstDateFrom('2026-01-09', { month: 1, day: 9 }), '2026-01-09');
    assert.equal(firstDateFrom('2025-12-04', { month: 2, day: 31 }), undefined);
  });

  it('are written out for reading', () => {
    assert.equal(longDate('2026-01-09'), '9 January 2026');
    assert.equal(longDate('soon'), 'soon');
  });
});
