import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseRunRecord, parseRunResult, serialiseRunRecord } from '../../../src/core/runs/parse';
import { SAMPLE_RECORD, SAMPLE_RESULT, check, ranOn } from './sample-run';

function problemOf(json: unknown): string {
  const parsed = parseRunRecord(json);
  assert.ok(!parsed.ok, 'it is refused');
  return parsed.problem;
}

describe('a run record', () => {
  it('reads back as it was written', () => {
    const parsed = parseRunRecord(JSON.parse(serialiseRunRecord(SAMPLE_RECORD)));
    assert.ok(parsed.ok);
    assert.deepEqual(parsed.record, SAMPLE_RECORD);
  });

  it('has the same text whatever the order of its fields', () => {
    const shuffled = Object.fromEntries(Object.entries(SAMPLE_RECORD).reverse()) as unknown as typeof SAMPLE_RECORD;
    assert.equal(serialiseRunRecord(shuffled), serialiseRunRecord(SAMPLE_RECORD));
    assert.match(serialiseRunRecord(SAMPLE_RECORD), /^\{\n {2}"format": "lectern-run",\n {2}"version": 1,[^]*\n\}\n$/u);
  });

  it('reads with fields it does not know, and leaves them out', () => {
    const parsed = parseRunRecord({ ...SAMPLE_RECORD, mood: 'good', result: { ...SAMPLE_RESULT, notes: [1] } });
    assert.ok(parsed.ok);
    assert.deepEqual(parsed.record, SAMPLE_RECORD);
  });

  it('of a newer format is told from a broken one, whatever else it holds', () => {
    const parsed = parseRunRecord({ format: 'lectern-run', version: 2, result: 'elsewhere' });
    assert.ok(!parsed.ok);
    assert.equal(parsed.newer, true);
    assert.match(parsed.problem, /newer Lectern \(format version 2; this one reads version 1\)/u);
    const broken = parseRunRecord({ format: 'lectern-run', version: 1 });
    assert.ok(!broken.ok && broken.newer === undefined);
  });

  it('names the place that is wrong', () => {
    const checks = [check({}), { ...check({}), threshold: 'small' }];
    assert.match(problemOf({ ...SAMPLE_RECORD, result: { ...SAMPLE_RESULT, checks } }), /^This is not a run that Lectern can read\. At result\.checks\.1\.threshold: /u);
    assert.match(problemOf({ ...SAMPLE_RECORD, kept: '9 January' }), /At kept: .*2026-01-09T14:25:01\+01:00/u);
    assert.match(problemOf([]), /At /u);
  });

  for (const [name, json] of [
    ['nothing', undefined],
    ['null', null],
    ['a text', 'run'],
    ['another format', { ...SAMPLE_RECORD, format: 'run' }],
    ['a version that is no number', { ...SAMPLE_RECORD, version: '1' }],
    ['a time without a zone', { ...SAMPLE_RECORD, kept: '2026-01-09T14:25:01' }],
    ['a day that no calendar has', { ...SAMPLE_RECORD, kept: '2026-13-09T14:25:01Z' }],
    ['a paper key that is a path', { ...SAMPLE_RECORD, papers: ['../x'] }],
    ['a demo that is a path', { ...SAMPLE_RECORD, demo: 'a/b' }],
  ] as const) {
    it(`refuses ${name}`, () => assert.equal(parseRunRecord(json).ok, false));
  }

  it('never throws, and keeps its problem short', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withBigInt: true, withMap: true }), (json) => {
        const parsed = parseRunRecord(json);
        return !parsed.ok && parsed.problem.length <= 300 && !parseRunResult(json).ok;
      }),
    );
    assert.ok(problemOf({ ...SAMPLE_RECORD, kept: 'x'.repeat(60_000) }).length <= 300);
    assert.ok(problemOf({ ...SAMPLE_RECORD, demo: 'x'.repeat(60_000) }).length <= 300);
  });
});

describe('a run result', () => {
  const refused = (facts: Readonly<Record<string, unknown>>) => {
    const parsed = parseRunResult({ ...SAMPLE_RESULT, ...facts });
    return parsed.ok ? undefined : parsed.problem;
  };

  it('passes as it is', () => assert.deepEqual(parseRunResult(SAMPLE_RESULT), { ok: true, result: SAMPLE_RESULT }));

  it('has only finite numbers', () => {
    for (const value of [NaN, Infinity, -Infinity]) {
      assert.match(refused({ metrics: { speed: { value, unit: '', meaning: '' } } }) ?? '', /At metrics\.speed\.value/u);
      assert.match(refused({ checks: [check({ value })] }) ?? '', /At checks\.0\.value/u);
    }
    assert.match(refused({ memory: { peakBytes: -1, buffers: {} } }) ?? '', /peakBytes/u);
  });

  it('is bounded', () => {
    const values = new Array<number>(100_001).fill(0);
    const heatMap = { ...SAMPLE_RESULT.charts[2], rows: 1, columns: values.length, values };
    assert.match(refused({ charts: [heatMap] }) ?? '', /At charts\.0\.values/u);
    assert.match(refused({ checks: [check({ detail: 'x'.repeat(65_537) })] }) ?? '', /At checks\.0\.detail/u);
    const params = Object.fromEntries(Array.from({ length: 10_001 }, (_, index) => [`p${index}`, 1]));
    assert.match(refused({ provenance: ranOn({ params }).provenance }) ?? '', /At provenance\.params/u);
  });

  it('has charts whose data fit together', () => {
    const [line, bars, heatMap] = SAMPLE_RESULT.charts;
    assert.match(refused({ charts: [{ ...line, lines: [{ name: 'a', x: [1], y: [], style: 'theory' }] }] }) ?? '', /as many y as x/u);
    assert.match(refused({ charts: [{ ...bars, categories: ['a', 'b'] }] }) ?? '', /one value a category/u);
    assert.match(refused({ charts: [{ ...heatMap, rows: 2 }] }) ?? '', /one value a cell/u);
    assert.match(refused({ charts: [{ ...line, lines: [{ name: 'a', x: [1], y: [1], low: [], high: [1], style: 'measured' }] }] }) ?? '', /as many y as x/u);
    assert.match(refused({ charts: [{ ...line, form: 'scatter', groups: [{ name: 'a', x: [1], y: [] }] }] }) ?? '', /as many y as x/u);
    assert.match(refused({ charts: [{ ...line, form: 'pie' }] }) ?? '', /At charts\.0\.form/u);
  });

  it('has a measured value for every check that passed or failed', () => {
    assert.match(refused({ checks: [check({ value: null })] }) ?? '', /no measured value/u);
    assert.equal(refused({ checks: [check({ value: null, verdict: 'not-evaluated' })] }), undefined);
  });

  it('does not take a field of every object for its own', () => {
    const parsed = parseRunResult({ ...SAMPLE_RESULT, metrics: JSON.parse('{"__proto__": {"value": 1, "unit": "", "meaning": ""}}') as unknown });
    assert.ok(parsed.ok);
    assert.equal(Object.getPrototypeOf(parsed.result.metrics), Object.prototype);
  });
});
