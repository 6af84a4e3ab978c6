import assert from 'node:assert/strict';
import fc from 'fast-check';
import { lexer, type Token, type Tokens } from 'marked';
import { runAsMarkdown } from '../../../src/core/runs/markdown';
import type { RunRecord } from '../../../src/core/runs/record';
import { SAMPLE_RECORD, SAMPLE_RESULT, check, ranOn } from './sample-run';

const LINK = '../.lectern/runs/20260109-142501-flash-attention-k3f9/run.json';

const GOLDEN = `## Run: FlashAttention, 2026-01-09 14:25

[Run record](<../.lectern/runs/20260109-142501-flash-attention-k3f9/run.json>) · quick preset · WebGPU on SwiftShader (software)

### Parameters

| Parameter | Value |
| --- | --- |
| sequence | 1,024 |
| causal | on |
| mask | dense |

### Checks: 2 passed, 0 failed, 1 not evaluated

| Check | Measured | Threshold | Verdict |
| --- | --- | --- | --- |
| The flash kernel equals the reference | 3.576e-7 | ≤ 2e-5 | passed |
| No N×N buffer is allocated | 128 KiB | = 128 KiB | passed |
| Flash is faster \\| on a GPU | – | ≥ 1.5 | not evaluated: needs a real GPU |

### Times

Software adapter: these times cannot be compared with hardware.

| Kernel | Median | Smallest to largest | Samples | Measured by |
| --- | --- | --- | --- | --- |
| attn\\_flash | 12.35 ms | 11.9 to 14 ms | 7 | submit to completion |

### Metrics

| Metric | Value | Meaning |
| --- | --- | --- |
| maxAbsError | 3.576e-7 | Largest difference from the reference |
| naiveAccesses | 4,329,472 accesses | Global memory accesses of the three-kernel form |
`;

describe('a run as Markdown', () => {
  it('reads as a section of a note', () => assert.equal(runAsMarkdown(SAMPLE_RECORD, LINK), GOLDEN));

  it('warns when kernels were changed', () => {
    const kernels = [{ name: 'flash.wgsl', sha256: 'b'.repeat(64), modified: true }];
    assert.match(runAsMarkdown({ ...SAMPLE_RECORD, result: ranOn({ kernels }) }, LINK), /\n> \*\*Changed kernels:\*\* flash\.wgsl\. This run does not show/u);
  });

  it('says so when no kernel ran', () => {
    const text = runAsMarkdown({ ...SAMPLE_RECORD, result: ranOn({ engine: 'cpu', adapter: null }) }, LINK);
    assert.match(text, /· CPU only: no usable WebGPU adapter, so the reference ran\n/u);
    assert.match(text, /Times of the CPU reference: they say nothing about the kernels\./u);
  });

  it('has nothing to caution about on hardware', () => {
    const adapter = { vendor: 'nvidia', architecture: 'ampere', device: '', description: '', software: false, features: [], limits: {} };
    assert.doesNotMatch(runAsMarkdown({ ...SAMPLE_RECORD, result: ranOn({ adapter }) }, LINK), /compared|caution/iu);
  });

  it('says why a check failed', () => {
    const result = { ...SAMPLE_RESULT, checks: [check({ verdict: 'fail', value: 3, detail: 'row 7' })] };
    assert.match(runAsMarkdown({ ...SAMPLE_RECORD, result }, LINK), /\| It holds \| 3 \| ≤ 1 \| \*\*failed\*\*: row 7 \|/u);
  });

  it('has the thoughts that were written down', () => {
    const text = runAsMarkdown({ ...SAMPLE_RECORD, hypothesis: 'Tiles win.\n# Really', conclusion: 'They do.' }, LINK);
    assert.match(text, /\n- Hypothesis: Tiles win\. \\# Really\n- Conclusion: They do\.\n/u);
  });

  it('leaves out what a run has none of', () => {
    const result = { ...SAMPLE_RESULT, checks: [], timings: [], metrics: {} };
    assert.deepEqual(headings(runAsMarkdown({ ...SAMPLE_RECORD, result }, LINK)), ['Run: FlashAttention, 2026-01-09 14:25', 'Parameters']);
  });

  it('shows the first rows of a long table and says how many are left', () => {
    const checks = Array.from({ length: 60 }, () => check({}));
    const text = runAsMarkdown({ ...SAMPLE_RECORD, result: { ...SAMPLE_RESULT, checks } }, LINK);
    assert.match(text, /\n\nThe run record has 10 more\.\n/u);
    assert.equal(text.match(/It holds/gu)?.length, 50);
  });

  it('links to a record whose path has blanks and brackets', () => {
    assert.match(runAsMarkdown(SAMPLE_RECORD, '../my runs/<a>&b/run.json'), /\]\(<\.\.\/my%20runs\/%3Ca%3E%26b\/run\.json>\)/u);
  });
});

describe('the texts of a run', () => {
  const nasty = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.array(fc.constantFrom('|', '\\', '`', '\n', '\r\n', '<b>', '</table>', '](x)', '![x](y)', '**', '# ', '---', '```', '$$', '[^1]', '&lt;', 'https://a.example', 'www.a.example', 'a@b.example', 'word', '\u2028', '~~', '|---|'), { maxLength: 12 }).map((parts) => parts.join('')),
  );

  /** A record with the same shape as the sample, every text another. */
  const records = fc.array(nasty, { minLength: 14, maxLength: 14 }).map((texts): RunRecord => {
    const text = (index: number) => texts[index] ?? '';
    return {
      ...SAMPLE_RECORD,
      title: text(0),
      result: {
        ...SAMPLE_RESULT,
        metrics: Object.fromEntries([[text(1), { value: 1, unit: text(2), meaning: text(3) }]]),
        checks: [check({ statement: text(4), unit: text(5), detail: text(6), verdict: 'fail', value: 2 })],
        timings: [{ name: text(7), samples: 1, medianMs: 1, minMs: 1, maxMs: 1, method: 'wall' }],
        provenance: {
          ...SAMPLE_RESULT.provenance,
          params: { [text(8)]: text(9) },
          kernels: [{ name: text(10), sha256: '', modified: true }],
          adapter: { vendor: text(11), architecture: text(12), device: '', description: text(13), software: false, features: [], limits: {} },
        },
      },
    };
  });

  it('stay in their cells, as words', () => {
    fc.assert(
      fc.property(records, (record) => {
        const tokens = lexer(runAsMarkdown(record, LINK), { gfm: true });
        assert.deepEqual(
          tokens.map(({ type }) => type).filter((type) => type !== 'space'),
          ['heading', 'paragraph', 'blockquote', 'heading', 'table', 'heading', 'table', 'heading', 'table', 'heading', 'table'],
        );
        const tables = tokens.filter((token): token is Tokens.Table => token.type === 'table');
        assert.deepEqual(tables.map(({ header, rows }) => [header.length, ...rows.map((row) => row.length)]), [[2, 2], [4, 4], [5, 5], [3, 3]]);
        assert.deepEqual(kinds(tokens, ['html', 'image', 'code', 'codespan', 'del', 'em']), []);
        assert.equal(kinds(tokens, ['link']).length, 1, 'the record is the only link');
      }),
      { numRuns: 300 },
    );
  });
});

function headings(markdown: string): string[] {
  return lexer(markdown).flatMap((token) => (token.type === 'heading' ? [(token as Tokens.Heading).text] : []));
}

/** Types of all tokens, also in tables and quotes, that are one of these. */
function kinds(tokens: readonly Token[], wanted: readonly string[]): string[] {
  return tokens.flatMap((token) => {
    const table = token.type === 'table' ? (token as Tokens.Table) : undefined;
    const cells = table ? [...table.header, ...table.rows.flat()].flatMap((cell) => cell.tokens) : [];
    const inner = ('tokens' in token ? token.tokens : undefined) ?? [];
    return [...(wanted.includes(token.type) ? [token.type] : []), ...kinds([...cells, ...inner], wanted)];
  });
}
