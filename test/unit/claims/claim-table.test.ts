import assert from 'node:assert/strict';
import { DEMOS } from '../../../src/core/catalog/catalog';
import { STATEMENTS } from '../../../src/core/catalog/statements';
import { besidesOf, placeBesides } from '../../../src/core/claims/beside-runs';
import { claimRows, claimsAsCsv, filterRows, sortRows, type ClaimRow } from '../../../src/core/claims/claim-table';
import { claimsOf } from '../../../src/core/claims/find-claims';
import { parseValues } from '../../../src/core/claims/values';
import { parseFromClaims } from '../../../src/protocol/claims-messages';
import { bundledPapers } from '../search/bundled-papers';

const rows = [
  paperRows('b-paper', 'B paper', 'It is 2.72x faster than vLLM.'),
  paperRows('a-paper', 'a Paper', 'It needs 40% less memory. Gains of 3 points.'),
].flat();

function paperRows(key: string, title: string, abstract: string): readonly ClaimRow[] {
  return claimRows({ key, title, abstract }, claimsOf(abstract));
}

function values(sorted: readonly ClaimRow[]): readonly string[] {
  return sorted.map(({ value }) => value);
}

describe('the table of claims', () => {
  it('sorts by any column, both ways, and keeps the order of what is equal', () => {
    assert.deepEqual(values(sortRows(rows, { column: 'paper', descending: false })), ['40 %', '3 points', '2.72×']);
    assert.deepEqual(values(sortRows(rows, { column: 'value', descending: true })), ['40 %', '3 points', '2.72×']);
    assert.deepEqual(values(sortRows(rows, { column: 'value', descending: false })), ['2.72×', '3 points', '40 %']);
    assert.deepEqual(values(sortRows(rows, { column: 'kind', descending: false })), ['2.72×', '40 %', '3 points']);
    assert.deepEqual(values(sortRows(rows, { column: 'unit', descending: false })), ['40 %', '3 points', '2.72×']);
  });

  it('puts what has no unit last, whichever way it is sorted', () => {
    const scores = [...paperRows('c', 'C', 'It has 0.7 better perplexity.'), ...rows];
    for (const descending of [true, false]) {
      assert.equal(values(sortRows(scores, { column: 'unit', descending })).at(-1), '0.7');
    }
  });

  it('filters by words anywhere in a row, all of them', () => {
    assert.deepEqual(values(filterRows(rows, 'VLLM')), ['2.72×']);
    assert.deepEqual(values(filterRows(rows, 'a memory')), ['40 %']);
    assert.deepEqual(values(filterRows(rows, 'memory vllm')), []);
    assert.equal(filterRows(rows, '  '), rows);
  });

  it('has a row of its own id for each claim', () => {
    assert.equal(new Set(rows.map(({ id }) => id)).size, rows.length);
  });

  it('is exported as CSV that no spreadsheet runs', () => {
    const csv = claimsAsCsv(paperRows('x', '=HYPERLINK("a"), b', 'It is 2x faster, "so".'));
    assert.deepEqual(csv.split('\r\n'), [
      'paper,title,kind,value,unit,comparison,metric,baseline,quote,sentence',
      'x,"\'=HYPERLINK(""a""), b",speed,2,×,speedup,faster,,2x,"It is 2x faster, ""so""."',
      '',
    ]);
  });

  const typed: readonly (readonly [string, readonly number[] | undefined])[] = [
    ['2.7', [2.7]], ['33–59', [33, 59]], ['33 - 59', [33, 59]], ['47 → 34', [47, 34]], ['1,234', [1234]], ['', undefined], ['many', undefined], ['1 2 3', undefined],
  ];
  for (const [text, expected] of typed) {
    it(`takes "${text}" as ${expected?.join(' and ') ?? 'no value'}`, () => assert.deepEqual(parseValues(text), expected));
  }

  it('takes only messages of its protocol', () => {
    const query = { order: { column: 'value', descending: true }, filter: '', page: 0 };
    assert.deepEqual(parseFromClaims({ kind: 'ask', query }), { kind: 'ask', query });
    for (const message of [{ kind: 'ask', query: { ...query, page: -1 } }, { kind: 'ask', query: { ...query, order: { column: '__proto__', descending: true } } }, { kind: 'open' }, { kind: 'open', row: '' }, null]) {
      assert.equal(parseFromClaims(message), undefined);
    }
  });
});

describe('what stands beside claims', () => {
  const paper = bundledPapers.find(({ key }) => key === 'flashattention');
  const abstract = paper?.abstract ?? '';

  it('is beside the number that its words hold, and statements without a number are by themselves', () => {
    const { claims, statements } = placeBesides(abstract, claimsOf(abstract), besidesOf(DEMOS, STATEMENTS, []));
    assert.deepEqual(statements.map(({ quote }) => quote), ['it requires fewer HBM accesses than standard attention']);
    assert.deepEqual(
      claims.map(({ claim, beside }) => [abstract.slice(claim.range.start, claim.range.end), beside?.kind]),
      [['15%', 'left'], ['3times', 'measured'], ['2.4times', 'left'], ['0.7', 'left'], ['6.4 points', 'left'], ['61.4%', 'left'], ['63.1%', 'left']],
    );
  });

  it('is nothing in an abstract with other words', () => {
    const other = 'It is 3x faster.';
    const { claims, statements } = placeBesides(other, claimsOf(other), besidesOf(DEMOS, STATEMENTS, []));
    assert.deepEqual(statements, []);
    assert.deepEqual(claims.map(({ beside }) => beside), [undefined]);
  });
});
