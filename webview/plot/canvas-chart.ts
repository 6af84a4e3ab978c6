import type { BarChart, HeatMap, ScatterChart } from '../../src/core/runs/result';
import { barKeys, barPainter } from './bar-painter';
import { chartFigure, type Body, type ChartView } from './chart-figure';
import { heatPainter } from './heat-painter';
import type { Key } from './legend';
import { scatterKeys, scatterPainter } from './scatter-painter';
import { paintOn, type Painter } from './surface';

export function barChart(chart: BarChart): ChartView {
  return chartFigure(chart, canvasBody(barPainter(chart), barKeys(chart)));
}

export function scatterChart(chart: ScatterChart): ChartView {
  return chartFigure(chart, canvasBody(scatterPainter(chart), scatterKeys(chart)));
}

export function heatMap(chart: HeatMap): ChartView {
  return chartFigure(chart, canvasBody(heatPainter(chart), []));
}

function canvasBody(painter: Painter, keys: readonly Key[]): Body {
  const canvas = document.createElement('canvas');
  return {
    element: canvas,
    keys,
    draw: (width, theme) => paintOn(canvas, painter, width, theme, devicePixelRatio),
    // A canvas holds on to nothing.
    dispose: () => undefined,
  };
}
