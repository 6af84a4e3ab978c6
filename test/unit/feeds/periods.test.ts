import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addDays, CATCH_UP_DAYS, dayOf, firstDayOf, periodsDue, weekOf } from '../../../src/core/feeds/periods';

const TODAY = '2026-01-09';

describe('a week of ISO 8601', () => {
  for (const [day, week] of [
    ['2025-02-24', '2025-W09'],
    ['2026-01-09', '2026-W02'],
    ['2024-12-30', '2025-W01'],
    ['2021-01-03', '2020-W53'],
    ['2027-01-01', '2026-W53'],
  ] as const) {
    it(`of ${day} is ${week}`, () => assert.equal(weekOf(day), week));
  }

  it('begins on the Monday before its days', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), (number) => {
        const day = dayOf(number * 24 * 60 * 60 * 1000);
        const monday = firstDayOf(weekOf(day));
        assert.equal(new Date(monday).getUTCDay(), 1);
        assert.ok(monday <= day && day < addDays(monday, 7));
      }),
    );
  });
});

describe('the lists that a check fetches', () => {
  it('are that of today when nothing was fetched and nothing earlier is wanted', () => {
    assert.deepEqual(periodsDue({ by: 'day', today: TODAY, missed: [] }), [TODAY]);
    assert.deepEqual(periodsDue({ by: 'week', today: TODAY, missed: [] }), ['2026-W02']);
  });

  it('are those of all days since the last one that was settled', () => {
    assert.deepEqual(periodsDue({ by: 'day', today: TODAY, next: '2026-01-07', missed: [] }), ['2026-01-07', '2026-01-08', TODAY]);
  });

  it('are those of two weeks at most', () => {
    const days = periodsDue({ by: 'day', today: TODAY, next: '2025-06-01', missed: [] });
    assert.equal(days.length, CATCH_UP_DAYS);
    assert.deepEqual([days[0], days.at(-1)], ['2025-12-27', TODAY]);
    assert.deepEqual(periodsDue({ by: 'week', today: TODAY, next: '2025-W20', missed: [] }), ['2025-W52', '2026-W01', '2026-W02']);
  });

  it('begin where the user wants, the first time', () => {
    assert.deepEqual(periodsDue({ by: 'day', today: TODAY, from: '2026-01-08', missed: [] }), ['2026-01-08', TODAY]);
    assert.deepEqual(periodsDue({ by: 'day', today: TODAY, from: '2026-01-01', next: TODAY, missed: [] }), [TODAY]);
  });

  it('include what could not be had before, while it is not too old', () => {
    assert.deepEqual(periodsDue({ by: 'day', today: TODAY, next: TODAY, missed: ['2025-11-01', '2026-01-02'] }), ['2026-01-02', TODAY]);
  });

  it('end with that of today also when the clock was set back', () => {
    assert.deepEqual(periodsDue({ by: 'day', today: TODAY, next: '2026-03-01', missed: [] }), [TODAY]);
    assert.deepEqual(periodsDue({ by: 'day', today: TODAY, from: '2026-03-01', missed: [] }), [TODAY]);
  });
});
