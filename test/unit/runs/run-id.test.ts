import assert from 'node:assert/strict';
import fc from 'fast-check';
import { demoOfRunId, isoWithZone, runId, timeOfRunId } from '../../../src/core/runs/run-id';

describe('the id of a run', () => {
  it('tells the time as the clock showed it, the demo and some letters', () => {
    const numbers = [0.28, 0.8, 0.15, 0.98];
    assert.equal(runId('2026-01-09T14:25:01+01:00', 'flash-attention', () => numbers.shift() ?? 0), '20260109-142501-flash-attention-k2f9');
  });

  it('gives its demo back', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,30}$/u), fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (demo, number) =>
        demoOfRunId(runId('2026-01-09T14:25:01Z', demo, () => number)) === demo,
      ),
    );
    assert.equal(demoOfRunId('my copy'), undefined);
  });

  it('gives its time back, in the local zone', () => {
    assert.equal(timeOfRunId('20260109-142501-flash-attention-k2f9'), new Date(2026, 0, 9, 14, 25, 1).getTime());
    assert.equal(timeOfRunId('20261309-142501-flash-attention-k2f9'), undefined);
    assert.equal(timeOfRunId('my copy'), undefined);
  });
});

describe('a moment with its zone', () => {
  it('is the same moment, to the second', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }), (moment) => {
        const iso = isoWithZone(moment);
        assert.match(iso, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/u);
        assert.equal(Date.parse(iso), Math.floor(moment.getTime() / 1000) * 1000);
      }),
    );
  });
});
