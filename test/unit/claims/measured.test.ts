import assert from 'node:assert/strict';
import { DEMOS, demoBySlug } from '../../../src/core/catalog/catalog';
import type { DemoStatements } from '../../../src/core/catalog/measure';
import { parseStatements } from '../../../src/core/catalog/parse-statements';
import { STATEMENTS } from '../../../src/core/catalog/statements';
import type { DemoMeasure } from '../../../src/core/catalog/measure';
import { claimsOf } from '../../../src/core/claims/find-claims';
import { measuredFor } from '../../../src/core/claims/measured';
import type { RunRecord } from '../../../src/core/runs/record';
import type { RunResult } from '../../../src/core/runs/result';
import { bundledPapers } from '../search/bundled-papers';
import { check, SAMPLE_RECORD, SAMPLE_RESULT } from '../runs/sample-run';

const COUNTED: DemoMeasure = { quote: 'q', source: { metric: 'ratio' }, unit: 'times', isSpeed: false, scope: 'whole', note: '' };
const SPEED: DemoMeasure = { ...COUNTED, source: { timings: ['naive', 'flash'] }, unit: '×', isSpeed: true };

const timing = (name: string, medianMs: number, minMs: number, maxMs: number): RunResult['timings'][number] => ({ name, samples: 5, medianMs, minMs, maxMs, method: 'timestamp-query' });
const HARDWARE = { vendor: 'nvidia', architecture: 'ampere', device: '', description: 'A card', software: false, features: [], limits: {} };

function aRun(id: string, result: Partial<RunResult> = {}, provenance: Partial<RunResult['provenance']> = {}): RunRecord {
  const whole: RunResult = {
    ...SAMPLE_RESULT,
    metrics: { ratio: { value: 2, unit: '', meaning: '' } },
    timings: [timing('naive', 20, 18, 22), timing('flash', 10, 9, 11)],
    ...result,
    provenance: { ...SAMPLE_RESULT.provenance, adapter: HARDWARE, ...provenance },
  };
  return { ...SAMPLE_RECORD, id, result: whole };
}

function reasonFor(measure: DemoMeasure, run: RunRecord): string {
  const measured = measuredFor(measure, 'flash-attention', [run]);
  return measured.state === 'refused' ? measured.reason : measured.state;
}

describe('what was measured for a claim', () => {
  it('is the number with its adapter and run', () => {
    const run = aRun('one');
    assert.deepEqual(measuredFor(COUNTED, 'flash-attention', [run]), {
      state: 'measured', run: 'one', value: 2, unit: 'times', adapter: 'A card', kept: run.kept,
    });
  });

  it('is for a speed the ratio of the medians, with what the extremes allow', () => {
    const measured = measuredFor(SPEED, 'flash-attention', [aRun('one')]);
    assert.ok(measured.state === 'measured');
    assert.equal(measured.value, 2);
    assert.deepEqual(measured.spread, { least: 18 / 11, most: 22 / 9 });
    assert.equal(measured.samples, 5);
  });

  it('is nothing without a run of the demo', () => {
    assert.deepEqual(measuredFor(COUNTED, 'flash-attention', []), { state: 'no-run' });
    assert.deepEqual(measuredFor(COUNTED, 'other', [aRun('one')]), { state: 'no-run' });
  });

  const software = { adapter: { ...HARDWARE, description: 'SwiftShader', software: true } };
  const refusals: readonly (readonly [name: string, measure: DemoMeasure, run: RunRecord, reason: string])[] = [
    ['a speed on a software adapter', SPEED, aRun('r', {}, software), 'software-adapter'],
    ['a speed on an adapter that nobody knows', SPEED, aRun('r', {}, { adapter: null }), 'software-adapter'],
    ['a changed kernel', COUNTED, aRun('r', {}, { kernels: [{ name: 'k', sha256: 'a'.repeat(64), modified: true }] }), 'kernel-changed'],
    ['a speed of a changed kernel', SPEED, aRun('r', {}, { kernels: [{ name: 'k', sha256: 'a'.repeat(64), modified: true }] }), 'kernel-changed'],
    ['a run on the CPU alone', COUNTED, aRun('r', {}, { engine: 'cpu', adapter: null }), 'cpu-only'],
    ['a run whose result is wrong', COUNTED, aRun('r', { checks: [check({ kind: 'invariant', verdict: 'fail' })] }), 'check-failed'],
    ['a run without the metric', COUNTED, aRun('r', { metrics: {} }), 'not-in-run'],
    ['a run without the times', SPEED, aRun('r', { timings: [] }), 'not-in-run'],
    ['times taken in different ways', SPEED, aRun('r', { timings: [timing('naive', 2, 2, 2), { ...timing('flash', 1, 1, 1), method: 'wall' }] }), 'not-in-run'],
  ];
  for (const [name, measure, run, reason] of refusals) {
    it(`refuses ${name}`, () => assert.equal(reasonFor(measure, run), reason));
  }

  it('counts on a software adapter too', () => assert.equal(reasonFor(COUNTED, aRun('r', {}, software)), 'measured'));

  it('is not kept from by a claim of the demo that failed', () => {
    assert.equal(reasonFor(COUNTED, aRun('r', { checks: [check({ kind: 'claim', verdict: 'fail' })] })), 'measured');
  });

  it('is that of the newest fit run, and the newest run says why none is', () => {
    const unfit = aRun('new', {}, software);
    const measured = measuredFor(SPEED, 'flash-attention', [unfit, aRun('fit'), aRun('old')]);
    assert.equal(measured.state === 'measured' && measured.run, 'fit');
    const refused = measuredFor(SPEED, 'flash-attention', [unfit, aRun('cpu', {}, { engine: 'cpu' })]);
    assert.equal(refused.state === 'refused' && refused.run, 'new');
  });
});

describe('the statements that demos measure or leave', () => {
  function statementsOf(slug: string): DemoStatements {
    const statements = STATEMENTS[slug];
    assert.ok(statements, slug);
    return statements;
  }

  it('are the same once they were written and read', () => {
    assert.deepEqual(parseStatements(JSON.parse(JSON.stringify(STATEMENTS))), STATEMENTS);
  });

  for (const { slug, paperTitles } of DEMOS) {
    it(`stand once each in the abstract of the paper of ${slug}`, () => {
      const { measures, leaves } = statementsOf(slug);
      const papers = bundledPapers.filter(({ title }) => paperTitles.includes(title));
      for (const { quote } of [...measures, ...leaves]) {
        assert.equal(papers.reduce((count, { abstract }) => count + abstract.split(quote).length - 1, 0), 1, quote);
      }
    });
  }

  it('are together all claims of the FlashAttention abstract', () => {
    const demo = demoBySlug('flash-attention');
    const paper = bundledPapers.find(({ title }) => demo?.paperTitles.includes(title));
    assert.ok(demo && paper);
    const { measures, leaves } = statementsOf(demo.slug);
    const said = [...measures, ...leaves].map(({ quote }) => paper.abstract.indexOf(quote));
    for (const { range } of claimsOf(paper.abstract)) {
      assert.ok(said.includes(range.start), paper.abstract.slice(range.start, range.end));
    }
  });
});
