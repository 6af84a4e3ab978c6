import { quantity } from '../../src/core/runs/quantity';
import type { BarChart } from '../../src/core/runs/result';
import { axisText } from './axis-text';
import { colourOf, type Key } from './legend';
import { drawBar, hatchOf } from './marks';
import { fitted, font, type Painter } from './surface';
import type { Theme } from './theme';
import { axisRange, ticksOf, type Range } from './ticks';

const LABEL = 22;
const BAR = 14;
const GAP = 4;
const BETWEEN = 12;
const AXIS = 38;
/** Pixels that a tick label may take. */
const TICK_SPACE = 64;

export function barKeys({ groups }: BarChart): readonly Key[] {
  return groups.map(({ name }, index) => ({ name, colour: index, look: { form: 'bar', hatch: hatchOf(index) } }));
}

/**
 * Bars lie on their side, each category's name above them and each value behind its bar: so long
 * names and numbers stay readable in a narrow page.
 */
export function barPainter(chart: BarChart): Painter {
  const category = LABEL + chart.groups.length * (BAR + GAP) + BETWEEN;
  return {
    height: () => chart.categories.length * category + AXIS,
    paint(context, width, theme) {
      context.font = font(theme);
      const texts = chart.groups.flatMap((group) => chart.categories.map((_, index) => valueText(group.values[index])));
      const textWidth = Math.min(Math.max(...texts.map((text) => context.measureText(text).width), 0) + 8, width / 2);
      const range = barRange(chart);
      const length = Math.max(width - textWidth, 40);
      const bottom = chart.categories.length * category;
      const zero = chart.yScale === 'log' ? 0 : share(0, range, chart) * length;
      drawGrid(context, theme, chart, range, length, bottom);
      chart.categories.forEach((name, row) => {
        const top = row * category;
        context.font = font(theme);
        context.textBaseline = 'alphabetic';
        context.fillStyle = theme.foreground;
        context.fillText(fitted(context, name, width), 0, top + LABEL - 7);
        barKeys(chart).forEach((key, index) => {
          const value = chart.groups[index]?.values[row] ?? null;
          const y = top + LABEL + index * (BAR + GAP);
          const at = value === null ? zero : share(value, range, chart) * length;
          const long = value === null || value === 0 ? 0 : Math.max(Math.abs(at - zero), 1);
          context.fillStyle = colourOf(theme, key);
          if (key.look.form === 'bar') drawBar(context, key.look.hatch, Math.min(at, zero), y, long, BAR);
          context.fillStyle = theme.foreground;
          context.fillText(valueText(value), Math.min(at, zero) + long + 6, y + BAR - 3);
        });
      });
    },
  };
}

function valueText(value: number | null | undefined): string {
  return value === null || value === undefined ? 'no value' : quantity(value);
}

/** Bars start at zero, to either side of it; on a logarithmic axis at the power of ten below the least value. */
function barRange({ groups, yScale }: BarChart): Range {
  const values = groups.flatMap((group) => group.values).filter((value) => value !== null);
  const [from, to] = axisRange(values, yScale);
  return yScale === 'log' ? [10 ** Math.floor(Math.log10(from)), to] : [Math.min(from, 0), to];
}

/** Where a value lies between both ends of the axis, 0 to 1. */
function share(value: number, [from, to]: Range, { yScale }: BarChart): number {
  if (yScale === 'linear') return Math.max(value - from, 0) / (to - from);
  return value <= from ? 0 : Math.log(value / from) / Math.log(to / from);
}

function drawGrid(
  context: CanvasRenderingContext2D,
  theme: Theme,
  chart: BarChart,
  range: Range,
  length: number,
  bottom: number,
): void {
  context.font = font(theme, 11);
  context.textBaseline = 'top';
  context.textAlign = 'center';
  for (const tick of ticksOf(range, chart.yScale, Math.max(Math.floor(length / TICK_SPACE), 2))) {
    const x = Math.round(share(tick, range, chart) * length) + 0.5;
    context.strokeStyle = theme.grid;
    context.beginPath();
    context.moveTo(x, 0);
    context.lineTo(x, bottom);
    context.stroke();
    context.fillStyle = theme.muted;
    context.textAlign = x < 12 ? 'left' : 'center';
    context.fillText(axisText(tick), x, bottom + 5);
  }
  context.textAlign = 'left';
  context.fillText(chart.yScale === 'log' ? `${chart.yLabel}, logarithmic scale` : chart.yLabel, 0, bottom + 22);
}
