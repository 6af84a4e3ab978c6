import type uPlot from 'uplot';
import type { Line, LineChart, Scale } from '../../src/core/runs/result';
import { alignLines } from './align-lines';
import { axisText } from './axis-text';
import { lineName } from './chart-table';
import { colourOf, type Key } from './legend';
import { dashOf, drawShape, shapeOf } from './marks';
import type { Theme } from './theme';
import { axisRange, isPowersOfTwo, ticksOf, type Range } from './ticks';

/** Pixels that one tick label of the x axis may take. */
const X_SPACE = 52;
const Y_SPACE = 34;
/** uPlot's numbers for its distributions. */
const LINEAR = 1;
const LOGARITHMIC = 3;

export interface LineFrame {
  readonly width: number;
  readonly height: number;
  readonly theme: Theme;
  /** 1 on the page; more makes letters and strokes larger, for a picture of higher resolution. */
  readonly zoom: number;
}

export function lineKeys({ lines }: LineChart): readonly Key[] {
  let theories = 0;
  let measured = 0;
  return lines.map((line, index) => ({
    name: lineName(line),
    colour: index,
    look:
      line.style === 'theory'
        ? { form: 'dashes', dash: dashOf(theories++) }
        : { form: 'line', shape: shapeOf(measured++) },
  }));
}

export function lineData({ lines, xScale, yScale }: LineChart): uPlot.AlignedData {
  const { x, ys } = alignLines(lines, xScale, yScale);
  return [[...x], ...ys.map((y) => [...y])];
}

/** The chart as uPlot draws it: axes, lines and marks; its legend and table are ours. */
export function lineOptions(chart: LineChart, { width, height, theme, zoom }: LineFrame): uPlot.Options {
  const keys = lineKeys(chart);
  const base = chart.xScale === 'log' && isPowersOfTwo(chart.lines.flatMap((line) => line.x)) ? 2 : 10;
  const size = (pixels: number): number => Math.round(pixels * zoom);
  const axis = {
    stroke: theme.muted,
    font: `${String(size(11))}px ${theme.fontFamily}`,
    labelFont: `${String(size(12))}px ${theme.fontFamily}`,
    labelSize: size(20),
    gap: size(5),
    grid: { stroke: theme.grid, width: zoom },
    ticks: { stroke: theme.grid, width: zoom, size: size(4) },
    values: (_: uPlot, splits: number[]) => splits.map(axisText),
    filter: (_: uPlot, splits: number[]) => splits,
  };
  return {
    width,
    height,
    padding: [size(10), size(18), 0, 0],
    legend: { show: false },
    cursor: { drag: { x: false, y: false }, y: false, points: { show: false } },
    scales: {
      x: scaleOf(chart.xScale, xRange(chart), base),
      y: scaleOf(chart.yScale, axisRange(values(chart), chart.yScale), 10),
    },
    axes: [
      {
        ...axis,
        scale: 'x',
        label: chart.xLabel,
        size: size(28),
        splits: (_, __, from, to) => [...ticksOf([from, to], chart.xScale, Math.max(Math.floor(width / size(X_SPACE)) - 1, 2), base)],
      },
      {
        ...axis,
        scale: 'y',
        label: chart.yLabel,
        size: size(50),
        splits: (_, __, from, to) => [...ticksOf([from, to], chart.yScale, Math.max(Math.floor(height / size(Y_SPACE)), 2))],
      },
    ],
    series: [
      {},
      ...keys.map((key) => ({
        scale: 'y',
        stroke: colourOf(theme, key),
        width: 2 * zoom,
        ...(key.look.form === 'dashes' ? { dash: key.look.dash.map((length) => length * zoom) } : {}),
        points: { show: false },
      })),
    ],
    hooks: {
      drawAxes: [
        (plot) => {
          chart.lines.forEach((line, index) => {
            const key = keys[index];
            if (key) drawBand(plot, line, colourOf(theme, key));
          });
        },
      ],
      drawSeries: [
        (plot, series) => {
          const key = keys[series - 1];
          if (key) drawMarks(plot, series, key, theme, zoom);
        },
      ],
    },
  };
}

function scaleOf(scale: Scale, [from, to]: Range, log: 2 | 10): uPlot.Scale {
  const made: uPlot.Scale = { time: false, log, range: () => [from, to] };
  // uPlot names these numbers in a const enum, which a module compiled by itself cannot read.
  return Object.assign(made, { distr: scale === 'log' ? LOGARITHMIC : LINEAR });
}

function values({ lines }: LineChart): readonly number[] {
  return lines.flatMap(({ y, low = [], high = [] }) => [...y, ...low, ...high]).filter((value) => value !== null);
}

/** Exactly from the first to the last value: sizes are chosen, not measured, and need no air. */
function xRange(chart: LineChart): Range {
  const xs = chart.lines.flatMap((line) => line.x).filter((x) => chart.xScale === 'linear' || x > 0);
  const least = Math.min(...xs);
  const most = Math.max(...xs);
  return xs.length === 0 || least === most ? axisRange(xs, chart.xScale) : [least, most];
}

/** Pale and behind everything, so that where bands meet both are seen. */
function drawBand(plot: uPlot, { x, low, high }: Line, colour: string): void {
  if (low === undefined || high === undefined) return;
  const ends = x.flatMap((at, index) => {
    const [from, to] = [low[index], high[index]];
    return typeof from === 'number' && typeof to === 'number' ? [{ at, from, to }] : [];
  });
  if (ends.length < 2) return;
  const corner = (at: number, value: number): readonly [number, number] => [plot.valToPos(at, 'x', true), plot.valToPos(value, 'y', true)];
  plot.ctx.save();
  plot.ctx.beginPath();
  for (const { at, to } of ends) plot.ctx.lineTo(...corner(at, to));
  for (const { at, from } of [...ends].reverse()) plot.ctx.lineTo(...corner(at, from));
  plot.ctx.closePath();
  plot.ctx.globalAlpha = 0.18;
  plot.ctx.fillStyle = colour;
  plot.ctx.fill();
  plot.ctx.restore();
}

function drawMarks(plot: uPlot, series: number, key: Key, theme: Theme, zoom: number): void {
  const { look } = key;
  if (look.form !== 'line') return;
  const ratio = plot.ctx.canvas.width / plot.width;
  const [xs, ys] = [plot.data[0], plot.data[series]];
  // Many points would cover the line that they lie on.
  const every = Math.ceil(xs.length / 24);
  plot.ctx.save();
  plot.ctx.fillStyle = colourOf(theme, key);
  xs.forEach((x, index) => {
    const y = ys?.[index];
    if (typeof y === 'number' && index % every === 0) {
      drawShape(plot.ctx, look.shape, plot.valToPos(x, 'x', true), plot.valToPos(y, 'y', true), 9 * zoom * ratio);
    }
  });
  plot.ctx.restore();
}
