import uPlot from 'uplot';
import { quantity } from '../../src/core/runs/quantity';
import type { LineChart } from '../../src/core/runs/result';
import { chartFigure, type ChartView } from './chart-figure';
import { lineName } from './chart-table';
import { lineData, lineKeys, lineOptions } from './line-options';
import type { Theme } from './theme';

/** Lines over an axis; the values under the pointer are read out below. */
export function lineChart(chart: LineChart): ChartView {
  const element = document.createElement('div');
  const readout = document.createElement('p');
  readout.className = 'plot-readout';
  let plot: uPlot | undefined;
  return chartFigure(chart, {
    element,
    keys: lineKeys(chart),
    draw(width: number, theme: Theme) {
      plot?.destroy();
      const options = lineOptions(chart, { width, height: lineHeight(width), theme, zoom: 1 });
      const setCursor = (self: uPlot): void => {
        readout.textContent = readAt(chart, self);
      };
      plot = new uPlot({ ...options, hooks: { ...options.hooks, setCursor: [setCursor] } }, lineData(chart), element);
      element.append(readout);
    },
    dispose() {
      plot?.destroy();
    },
  });
}

export function lineHeight(width: number): number {
  return Math.round(Math.min(Math.max(width * 0.56, 210), 340));
}

function readAt({ lines, xLabel }: LineChart, { cursor, data }: uPlot): string {
  const index = cursor.idx;
  const x = index === null || index === undefined ? undefined : data[0][index];
  if (index === null || index === undefined || x === undefined) return '';
  const values = lines.flatMap((line, series) => {
    const value = data[series + 1]?.[index];
    return typeof value === 'number' ? [`${lineName(line)} ${quantity(value)}`] : [];
  });
  return `${xLabel} ${quantity(x)}: ${values.join(' · ')}`;
}
