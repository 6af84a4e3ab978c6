import assert from 'node:assert/strict';
import fc from 'fast-check';
import { chartCsv, chartTable } from '../../../webview/plot/chart-table';
import { BARS, LINES, MAP } from './charts';

describe('table twin of a chart', () => {
  it('puts lines side by side over all their x values in order', () => {
    assert.deepEqual(chartTable(LINES), {
      head: ['N', 'naive', 'quadratic (theory)'],
      rows: [
        [64, 1, 1],
        [128, null, null],
        [256, 9, null],
        [512, null, 64],
      ],
    });
  });

  it('names a theoretical line as theory once', () => {
    const chart = { ...LINES, lines: [{ name: 'Theory: N²', x: [1], y: [1], style: 'theory' as const }] };
    assert.deepEqual(chartTable(chart).head, ['N', 'Theory: N²']);
  });

  it('has a column for each end of a band', () => {
    const chart = { ...LINES, lines: [{ name: 'mean', x: [1, 2], y: [3, 4], low: [2, null], high: [5, null], style: 'measured' as const }] };
    assert.deepEqual(chartTable(chart), { head: ['N', 'mean', 'mean, least', 'mean, most'], rows: [[1, 3, 2, 5], [2, 4, null, null]] });
  });

  it('has a row for each point, also for points above each other', () => {
    const groups = [{ name: 'copied', x: [1, 1], y: [2, 3] }, { name: 'fresh', x: [0], y: [0] }];
    const chart = { form: 'scatter', id: 's', title: 'S', caption: '', xLabel: 'edit', yLabel: 'embedding', xScale: 'linear', yScale: 'linear', groups } as const;
    assert.deepEqual(chartTable(chart), { head: ['Kind', 'edit', 'embedding'], rows: [['copied', 1, 2], ['copied', 1, 3], ['fresh', 0, 0]] });
  });

  it('has a row for each category of a bar chart and a column for each group', () => {
    assert.deepEqual(chartTable(BARS), {
      head: ['accesses', 'formula', 'counted'],
      rows: [
        ['naive, as "shipped"', 10, 10],
        ['flash', 2, null],
      ],
    });
  });

  it('has the shape of a heat map', () => {
    assert.deepEqual(chartTable(MAP), {
      head: ['query tile \\ key tile', '0', '1', '2'],
      rows: [
        ['0', 0, null, null],
        ['1', 1, 2, 3],
      ],
    });
  });

  it('is as wide as its head in every row, even when values are missing', () => {
    const short = { ...BARS, groups: [{ name: 'formula', values: [1] }] };
    for (const chart of [LINES, BARS, MAP, short, { ...MAP, values: [] }, { ...LINES, lines: [] }]) {
      const { head, rows } = chartTable(chart);
      for (const row of rows) assert.equal(row.length, head.length);
    }
  });
});

describe('a chart as CSV', () => {
  it('quotes what would break a field, and leaves a missing value empty', () => {
    assert.equal(chartCsv(BARS), 'accesses,formula,counted\r\n"naive, as ""shipped""",10,10\r\nflash,2,\r\n');
  });

  it('writes numbers in full', () => {
    const chart = { ...BARS, categories: ['a'], groups: [{ name: 'g', values: [0.1 + 0.2] }] };
    assert.equal(chartCsv(chart), 'accesses,g\r\na,0.30000000000000004\r\n');
  });

  it('can be read back, whatever the names are', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 6 }), fc.double({ noNaN: true }), (names, value) => {
        const chart = { ...BARS, categories: names, groups: [{ name: names[0] ?? '', values: names.map(() => value) }] };
        const expected = [['accesses', names[0]], ...names.map((name) => [name, String(value)])];
        assert.deepEqual(readCsv(chartCsv(chart)), expected);
      }),
    );
  });
});

/** RFC 4180, straight from its grammar. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (let at = 0; at < text.length; ) {
    let field = '';
    if (text[at] === '"') {
      for (at++; text[at] !== '"' || text[at + 1] === '"'; at++) {
        if (text[at] === '"') at++;
        field += text[at] ?? '';
      }
      at++;
    } else {
      for (; text[at] !== ',' && text[at] !== '\r'; at++) field += text[at] ?? '';
    }
    row.push(field);
    if (text[at] === '\r') {
      rows.push(row);
      row = [];
      at++;
    }
    at++;
  }
  return rows;
}
