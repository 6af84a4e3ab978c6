import type { BarChart, Chart, HeatMap, Line, LineChart, ScatterChart } from '../../src/core/runs/result';

/** `null`: there is no value here. */
export type Cell = string | number | null;

/** A chart's numbers as a table: the same facts for those who read rather than look. */
export interface ChartTable {
  readonly head: readonly string[];
  /** The first cell of a row names it. */
  readonly rows: readonly (readonly Cell[])[];
}

export function chartTable(chart: Chart): ChartTable {
  switch (chart.form) {
    case 'line':
      return lineTable(chart);
    case 'scatter':
      return scatterTable(chart);
    case 'bars':
      return barTable(chart);
    case 'heatmap':
      return heatTable(chart);
  }
}

/** Comma-separated values as RFC 4180 has them, numbers in full; without a value the field is empty. */
export function chartCsv(chart: Chart): string {
  const { head, rows } = chartTable(chart);
  return [head, ...rows].map((cells) => `${cells.map(csvField).join(',')}\r\n`).join('');
}

/** Name of a line; a theoretical one always says so. */
export function lineName({ name, style }: Line): string {
  return style === 'theory' && !/theory/i.test(name) ? `${name} (theory)` : name;
}

/** All x values of all lines, in ascending order and each once. */
export function sharedX(lines: readonly Line[]): readonly number[] {
  return [...new Set(lines.flatMap((line) => line.x))].sort((one, other) => one - other);
}

function lineTable({ xLabel, lines }: LineChart): ChartTable {
  const columns = lines.flatMap((line) => columnsOf(line).map(({ name, values }) => ({ name, at: new Map(line.x.map((x, index) => [x, values[index] ?? null])) })));
  return {
    head: [xLabel, ...columns.map(({ name }) => name)],
    rows: sharedX(lines).map((x) => [x, ...columns.map(({ at }) => at.get(x) ?? null)]),
  };
}

/** A line with a band has a column for each end of it too. */
function columnsOf(line: Line): readonly { readonly name: string; readonly values: readonly (number | null)[] }[] {
  const name = lineName(line);
  const ends = line.low === undefined || line.high === undefined ? [] : [{ name: `${name}, least`, values: line.low }, { name: `${name}, most`, values: line.high }];
  return [{ name, values: line.y }, ...ends];
}

function scatterTable({ xLabel, yLabel, groups }: ScatterChart): ChartTable {
  return {
    head: ['Kind', xLabel, yLabel],
    rows: groups.flatMap(({ name, x, y }) => x.map((value, index) => [name, value, y[index] ?? null])),
  };
}

function barTable({ yLabel, categories, groups }: BarChart): ChartTable {
  return {
    head: [yLabel, ...groups.map((group) => group.name)],
    rows: categories.map((category, index) => [category, ...groups.map((group) => group.values[index] ?? null)]),
  };
}

function heatTable({ rows, columns, rowLabel, columnLabel, values }: HeatMap): ChartTable {
  return {
    head: [`${rowLabel} \\ ${columnLabel}`, ...Array.from({ length: columns }, (_, column) => String(column))],
    rows: Array.from({ length: rows }, (_, row) => [
      String(row),
      ...Array.from({ length: columns }, (_, column) => values[row * columns + column] ?? null),
    ]),
  };
}

function csvField(cell: Cell): string {
  if (cell === null) return '';
  const text = String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
