import type { Chart } from '../../src/core/runs/result';
import { barChart, heatMap, scatterChart } from './canvas-chart';
import type { ChartView } from './chart-figure';
import { lineChart } from './line-chart';

export type { ChartView } from './chart-figure';
export { barChart, heatMap, scatterChart } from './canvas-chart';
export { lineChart } from './line-chart';

/** A chart of a run, by its form. */
export function chartView(chart: Chart): ChartView {
  switch (chart.form) {
    case 'line':
      return lineChart(chart);
    case 'scatter':
      return scatterChart(chart);
    case 'bars':
      return barChart(chart);
    case 'heatmap':
      return heatMap(chart);
  }
}
