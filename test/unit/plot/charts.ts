import type { BarChart, HeatMap, LineChart } from '../../../src/core/runs/result';

export const LINES: LineChart = {
  form: 'line',
  id: 'time',
  title: 'Time',
  caption: 'Lower is faster.',
  xLabel: 'N',
  yLabel: 'ms',
  xScale: 'log',
  yScale: 'log',
  lines: [
    { name: 'naive', x: [256, 64, 128], y: [9, 1, null], style: 'measured' },
    { name: 'quadratic', x: [64, 512], y: [1, 64], style: 'theory' },
  ],
};

export const BARS: BarChart = {
  form: 'bars',
  id: 'accesses',
  title: 'Accesses',
  caption: 'Fewer is better.',
  yLabel: 'accesses',
  yScale: 'linear',
  categories: ['naive, as "shipped"', 'flash'],
  groups: [
    { name: 'formula', values: [10, 2] },
    { name: 'counted', values: [10, null] },
  ],
};

export const MAP: HeatMap = {
  form: 'heatmap',
  id: 'order',
  title: 'Order',
  caption: 'Rows are done by one workgroup.',
  rows: 2,
  columns: 3,
  rowLabel: 'query tile',
  columnLabel: 'key tile',
  valueLabel: 'visited as',
  values: [0, null, null, 1, 2, 3],
};
