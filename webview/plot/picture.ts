import uPlot from 'uplot';
import type { Chart, LineChart } from '../../src/core/runs/result';
import { barKeys, barPainter } from './bar-painter';
import { cssColour } from './colour';
import { heatPainter } from './heat-painter';
import { drawSwatch, SWATCH, type Key } from './legend';
import { lineHeight } from './line-chart';
import { lineData, lineKeys, lineOptions } from './line-options';
import { scatterKeys, scatterPainter } from './scatter-painter';
import { fitted, font, type Painter } from './surface';
import { readTheme, type Theme } from './theme';

/** CSS pixels; the file has twice as many, so that it stays sharp in a note. */
const WIDTH = 720;
const ZOOM = 2;
const MARGIN = 20;
const TITLE = 30;
const LEGEND_ROW = 20;

/**
 * A chart with its title and legend as a picture, in the colours of the current theme.
 *
 * @returns PNG, base64 without prefix
 */
export async function pictureOf(chart: Chart): Promise<string> {
  const theme = readTheme();
  const width = WIDTH - 2 * MARGIN;
  const body = await bodyOf(chart, width, theme);
  const legend = body.keys.length > 1 ? body.keys : [];
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH * ZOOM;
  canvas.height = (2 * MARGIN + TITLE + body.height + legend.length * LEGEND_ROW) * ZOOM;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('The browser has no memory left for a picture.');
  context.scale(ZOOM, ZOOM);
  context.fillStyle = cssColour(theme.background);
  context.fillRect(0, 0, WIDTH, canvas.height / ZOOM);
  context.fillStyle = theme.foreground;
  context.font = font(theme, 15, '600');
  context.fillText(fitted(context, chart.title, width), MARGIN, MARGIN + 12);
  context.save();
  context.translate(MARGIN, MARGIN + TITLE);
  body.paint(context);
  context.restore();
  legend.forEach((key, index) => {
    const y = MARGIN + TITLE + body.height + 8 + index * LEGEND_ROW;
    drawSwatch(context, key, theme, MARGIN, y);
    context.font = font(theme);
    context.fillStyle = theme.foreground;
    context.fillText(key.name, MARGIN + SWATCH.width + 10, y + SWATCH.height - 2);
  });
  return canvas.toDataURL('image/png').replace(/^[^,]*,/, '');
}

interface PictureBody {
  readonly keys: readonly Key[];
  readonly height: number;
  paint(context: CanvasRenderingContext2D): void;
}

function bodyOf(chart: Chart, width: number, theme: Theme): PictureBody | Promise<PictureBody> {
  switch (chart.form) {
    case 'line':
      return lineBody(chart, width, theme);
    case 'scatter':
      return painted(scatterPainter(chart), scatterKeys(chart), width, theme);
    case 'bars':
      return painted(barPainter(chart), barKeys(chart), width, theme);
    case 'heatmap':
      return painted(heatPainter(chart), [], width, theme);
  }
}

function painted(painter: Painter, keys: readonly Key[], width: number, theme: Theme): PictureBody {
  return { keys, height: painter.height(width), paint: (context) => painter.paint(context, width, theme) };
}

/** uPlot draws on a canvas of its own, at the screen's pixel ratio: there it is made as large as the picture needs. */
async function lineBody(chart: LineChart, width: number, theme: Theme): Promise<PictureBody> {
  const height = lineHeight(width);
  const zoom = ZOOM / devicePixelRatio;
  const frame = { width: Math.round(width * zoom), height: Math.round(height * zoom), theme, zoom };
  const options = lineOptions(chart, frame);
  const plot = await new Promise<uPlot>((resolve) => {
    const made: uPlot = new uPlot({ ...options, hooks: { ...options.hooks, draw: [() => queueMicrotask(() => resolve(made))] } }, lineData(chart));
  });
  return {
    keys: lineKeys(chart),
    height,
    paint(context) {
      context.drawImage(plot.ctx.canvas, 0, 0, width, height);
      plot.destroy();
    },
  };
}
