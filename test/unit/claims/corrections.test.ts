import assert from 'node:assert/strict';
import { describeTarget } from '../../../src/core/anchors/describe-target';
import { parseClaimsFile, serialiseClaimsFile, withCorrection, withoutCorrection } from '../../../src/core/claims/claims-file';
import { knownClaims as known, type Correction, type KnownClaims } from '../../../src/core/claims/corrections';
import { claimsOf } from '../../../src/core/claims/find-claims';

const TEXT = '𝒪ur method is 2.72x faster than vLLM. It needs 40% less memory. We ran it on 100 papers.';

function correct(quote: string, facts: Partial<Correction> = {}, text = TEXT): Correction {
  const start = text.indexOf(quote);
  return { id: quote, target: describeTarget(text, { start, end: start + quote.length }), isClaim: true, modified: '2026-01-09T10:00:00Z', ...facts };
}

function knownClaims(text: string, corrections: readonly Correction[]): KnownClaims {
  return known(text, claimsOf(text), corrections);
}

function lines(text: string, corrections: readonly Correction[]): readonly string[] {
  return knownClaims(text, corrections).claims.map(({ range, values, unit, metric }) => `${text.slice(range.start, range.end)} ${values.join('-')} ${unit} ${metric}`.trim());
}

describe('corrections of claims', () => {
  it('change what the rules say, and leave the rest of it', () => {
    assert.deepEqual(lines(TEXT, [correct('2.72x', { values: [2.7], metric: 'decoding' })]), ['2.72x 2.7 × decoding', '40% 40 % less memory']);
  });

  it('say that a number is none', () => {
    assert.deepEqual(lines(TEXT, [correct('40%', { isClaim: false })]), ['2.72x 2.72 × faster']);
  });

  it('add one that the rules do not see, in its place', () => {
    const { claims } = knownClaims(TEXT, [correct('100 papers', { metric: 'papers read', values: [100] })]);
    assert.deepEqual(claims.map(({ values }) => values[0]), [2.72, 40, 100]);
    assert.equal(TEXT.slice(claims[2]?.sentence.start, claims[2]?.sentence.end), 'We ran it on 100 papers.');
  });

  it('follow their number when the text before it changed', () => {
    const moved = `We are glad. ${TEXT}`;
    assert.deepEqual(lines(moved, [correct('40%', { metric: 'HBM' })])[1], '40% 40 % HBM');
  });

  it('are orphans, not lost, when the number is gone or not told apart', () => {
    const correction = correct('40%', { metric: 'HBM' });
    const gone = knownClaims('It needs 45% less memory.', [correction]);
    assert.deepEqual(gone.orphans, [correction]);
    assert.deepEqual(gone.claims.map(({ metric }) => metric), ['less memory']);
    const twice = knownClaims('It needs 40% less memory. But it needs 40% less memory.', [correction]);
    assert.deepEqual(twice.orphans, [correction]);
  });
});

describe('the file of corrections', () => {
  const corrections = [correct('2.72x', { values: [2.7] }), correct('40%', { isClaim: false })];

  it('gives back what was written, and the same text again', () => {
    const text = serialiseClaimsFile('vllm', { corrections, extra: {}, others: [] });
    const parsed = parseClaimsFile(text);
    assert.deepEqual(parsed.corrections, corrections);
    assert.deepEqual(parsed.problems, []);
    assert.equal(serialiseClaimsFile('vllm', parsed), text);
  });

  it('keeps what it does not know', () => {
    const [first] = corrections;
    const text = JSON.stringify({ format: 'lectern-claims', version: 1, paper: 'vllm', corrections: [{ ...first, colour: 'red' }, { id: 1 }], more: { a: 1 } });
    const parsed = parseClaimsFile(text);
    assert.equal(parsed.problems.length, 1);
    assert.deepEqual(JSON.parse(serialiseClaimsFile('vllm', parsed)), JSON.parse(text));
  });

  const bad: readonly (readonly [name: string, text: string, state: object])[] = [
    ['no JSON', '{', { isBroken: true, isNewer: false }],
    ['another format', '{"format":"x","version":1,"corrections":[]}', { isBroken: true, isNewer: false }],
    ['a newer version', '{"format":"lectern-claims","version":2,"corrections":[]}', { isBroken: false, isNewer: true }],
  ];
  for (const [name, text, state] of bad) {
    it(`is told of ${name}`, () => {
      const { isBroken, isNewer, problems } = parseClaimsFile(text);
      assert.deepEqual({ isBroken, isNewer }, state);
      assert.equal(problems.length, 1);
    });
  }

  it('is empty when there is nothing in it', () => assert.deepEqual(parseClaimsFile('\uFEFF \n').corrections, []));

  it('holds one correction a place', () => {
    const again = correct('40%', { id: 'other', metric: 'memory' });
    assert.deepEqual(withCorrection(corrections, again), [corrections[0], again]);
    assert.deepEqual(withoutCorrection(corrections, '40%'), [corrections[0]]);
  });
});
