import { quantity } from '../../src/core/runs/quantity';
import type { HeatMap } from '../../src/core/runs/result';
import { axisText } from './axis-text';
import { contrast, cssColour, mix, parseColour, type Rgb } from './colour';
import { fitted, font, type Painter } from './surface';
import type { Theme } from './theme';
import { ticksOf } from './ticks';

const LARGEST_CELL = 40;
const TALLEST = 420;
const LEFT = 52;
const TOP = 40;
const SCALE_HEIGHT = 44;

interface Layout {
  readonly cellWidth: number;
  readonly cellHeight: number;
}

/** Cells from pale to strong, their numbers written in them where there is room; what has no value is crossed out. */
export function heatPainter(chart: HeatMap): Painter {
  const values = chart.values.filter((value) => value !== null);
  const least = values.reduce((one, other) => Math.min(one, other), Infinity);
  const most = values.reduce((one, other) => Math.max(one, other), -Infinity);
  const amount = (value: number): number => (most > least ? (value - least) / (most - least) : 1);
  return {
    height: (width) => TOP + chart.rows * layout(chart, width).cellHeight + SCALE_HEIGHT,
    paint(context, width, theme) {
      const cells = layout(chart, width);
      const paint = ramp(theme);
      drawAxes(context, chart, cells, theme);
      for (let row = 0; row < chart.rows; row++) {
        for (let column = 0; column < chart.columns; column++) {
          const value = chart.values[row * chart.columns + column] ?? null;
          drawCell(context, value, value === null ? undefined : paint(amount(value)), theme, {
            x: LEFT + column * cells.cellWidth,
            y: TOP + row * cells.cellHeight,
            width: cells.cellWidth,
            height: cells.cellHeight,
          });
        }
      }
      if (values.length > 0) {
        const y = TOP + chart.rows * cells.cellHeight + 14;
        drawScale(context, chart, [least, most], paint, theme, { y, width: Math.min(width - LEFT, 360), hasEmpty: values.length < chart.values.length });
      }
    },
  };
}

function layout({ rows, columns }: HeatMap, width: number): Layout {
  const cellWidth = Math.min((width - LEFT) / Math.max(columns, 1), LARGEST_CELL);
  return { cellWidth, cellHeight: Math.min(cellWidth, TALLEST / Math.max(rows, 1)) };
}

/** From a trace of the theme's first series colour to all of it. */
function ramp(theme: Theme): (amount: number) => Rgb {
  const strong = parseColour(theme.series[0] ?? theme.foreground);
  return (amount) => mix(theme.background, strong, 0.1 + 0.9 * amount);
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function drawCell(context: CanvasRenderingContext2D, value: number | null, fill: Rgb | undefined, theme: Theme, box: Box): void {
  const { x, y, width, height } = box;
  // A hair's breadth between cells, as long as there is room for one.
  const gap = width >= 6 ? 1 : 0;
  if (value === null || fill === undefined) {
    context.strokeStyle = theme.grid;
    context.beginPath();
    context.moveTo(x + gap, y + height - gap);
    context.lineTo(x + width - gap, y + gap);
    context.stroke();
    return;
  }
  context.fillStyle = cssColour(fill);
  context.fillRect(x, y, width - gap, height - gap);
  const text = axisText(value);
  context.font = font(theme, 11);
  if (height >= 16 && context.measureText(text).width <= width - 4) {
    const letters = [parseColour(theme.foreground), theme.background].sort((one, other) => contrast(other, fill) - contrast(one, fill));
    context.fillStyle = cssColour(letters[0] ?? theme.background);
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.fillText(text, x + (width - gap) / 2, y + height / 2);
  }
}

function drawAxes(context: CanvasRenderingContext2D, chart: HeatMap, { cellWidth, cellHeight }: Layout, theme: Theme): void {
  const { rows, columns } = chart;
  context.font = font(theme);
  context.fillStyle = theme.foreground;
  context.textBaseline = 'alphabetic';
  context.textAlign = 'left';
  context.fillText(fitted(context, `${chart.columnLabel} →`, Math.max(columns * cellWidth, 120)), LEFT, 13);
  context.save();
  context.translate(12, TOP + Math.max(rows * cellHeight, 60));
  context.rotate(-Math.PI / 2);
  context.fillText(fitted(context, `← ${chart.rowLabel}`, Math.max(rows * cellHeight, 60)), 0, 0);
  context.restore();
  context.font = font(theme, 11);
  context.fillStyle = theme.muted;
  context.textAlign = 'center';
  for (const column of indices(columns, (columns * cellWidth) / 32)) {
    context.fillText(String(column), LEFT + (column + 0.5) * cellWidth, TOP - 7);
  }
  context.textAlign = 'right';
  context.textBaseline = 'middle';
  for (const row of indices(rows, (rows * cellHeight) / 20)) {
    context.fillText(String(row), LEFT - 8, TOP + (row + 0.5) * cellHeight);
  }
}

/** Whole numbers below `count`, at most `most` of them. */
function indices(count: number, most: number): readonly number[] {
  return ticksOf([0, Math.max(count - 1, 1)], 'linear', Math.max(most, 1)).filter((tick) => Number.isInteger(tick) && tick < count);
}

function drawScale(
  context: CanvasRenderingContext2D,
  chart: HeatMap,
  [least, most]: readonly [number, number],
  paint: (amount: number) => Rgb,
  theme: Theme,
  { y, width, hasEmpty }: { readonly y: number; readonly width: number; readonly hasEmpty: boolean },
): void {
  context.font = font(theme, 11);
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  context.fillStyle = theme.muted;
  const from = quantity(least);
  context.fillText(from, LEFT, y + 5);
  const start = LEFT + context.measureText(from).width + 6;
  const steps = 48;
  const length = Math.max(width * 0.35, 48);
  for (let step = 0; step < steps; step++) {
    context.fillStyle = cssColour(paint(step / (steps - 1)));
    context.fillRect(start + (step * length) / steps, y, length / steps + 1, 10);
  }
  context.fillStyle = theme.muted;
  const words = [quantity(most), chart.valueLabel].join('  ');
  context.fillText(words, start + length + 7, y + 5);
  if (hasEmpty) context.fillText('Crossed out: no value', LEFT, y + 21);
}
