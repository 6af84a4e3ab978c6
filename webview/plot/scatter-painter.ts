import type { ScatterChart, Scale } from '../../src/core/runs/result';
import { axisText } from './axis-text';
import { colourOf, type Key } from './legend';
import { drawShape, shapeOf } from './marks';
import { fitted, font, type Painter } from './surface';
import type { Theme } from './theme';
import { axisRange, ticksOf, type Range } from './ticks';

const LEFT = 58;
const RIGHT = 14;
const TOP = 10;
const BOTTOM = 46;
const MARK = 8;
const X_SPACE = 56;
const Y_SPACE = 34;

interface Axis {
  readonly range: Range;
  readonly scale: Scale;
  /** Where a value lies, in CSS pixels. */
  at(value: number): number;
}

export function scatterKeys({ groups }: ScatterChart): readonly Key[] {
  return groups.map(({ name }, index) => ({ name, colour: index, look: { form: 'points', shape: shapeOf(index) } }));
}

/** Points by kind, each kind with a shape and a colour; half transparent, so that heaps are seen. */
export function scatterPainter(chart: ScatterChart): Painter {
  return {
    height: scatterHeight,
    paint(context, width, theme) {
      const height = scatterHeight(width);
      const x = axis(chart.groups.flatMap((group) => group.x), chart.xScale, LEFT, width - RIGHT);
      const y = axis(chart.groups.flatMap((group) => group.y), chart.yScale, height - BOTTOM, TOP);
      drawAxes(context, chart, { x, y, width, height }, theme);
      context.globalAlpha = 0.7;
      scatterKeys(chart).forEach((key, index) => {
        const group = chart.groups[index];
        context.fillStyle = colourOf(theme, key);
        group?.x.forEach((value, point) => {
          const other = group.y[point];
          const isShown = other !== undefined && (chart.xScale === 'linear' || value > 0) && (chart.yScale === 'linear' || other > 0);
          if (isShown && key.look.form === 'points') drawShape(context, key.look.shape, x.at(value), y.at(other), MARK);
        });
      });
      context.globalAlpha = 1;
    },
  };
}

function scatterHeight(width: number): number {
  return Math.round(Math.min(Math.max(width * 0.62, 220), 380));
}

function axis(values: readonly number[], scale: Scale, from: number, to: number): Axis {
  const range = axisRange(values, scale);
  const position = scale === 'log' ? Math.log : (value: number) => value;
  const [least, most] = [position(range[0]), position(range[1])];
  return { range, scale, at: (value) => from + ((position(value) - least) / (most - least)) * (to - from) };
}

function drawAxes(
  context: CanvasRenderingContext2D,
  { xLabel, yLabel }: ScatterChart,
  { x, y, width, height }: { readonly x: Axis; readonly y: Axis; readonly width: number; readonly height: number },
  theme: Theme,
): void {
  const bottom = height - BOTTOM;
  context.font = font(theme, 11);
  context.strokeStyle = theme.grid;
  context.fillStyle = theme.muted;
  const line = (x1: number, y1: number, x2: number, y2: number): void => {
    context.beginPath();
    context.moveTo(x1, y1);
    context.lineTo(x2, y2);
    context.stroke();
  };
  context.textAlign = 'center';
  context.textBaseline = 'top';
  for (const tick of ticksOf(x.range, x.scale, Math.max(Math.floor((width - LEFT) / X_SPACE) - 1, 2))) {
    const at = Math.round(x.at(tick)) + 0.5;
    line(at, TOP, at, bottom);
    context.fillText(axisText(tick), at, bottom + 6);
  }
  context.textAlign = 'right';
  context.textBaseline = 'middle';
  for (const tick of ticksOf(y.range, y.scale, Math.max(Math.floor(height / Y_SPACE), 2))) {
    const at = Math.round(y.at(tick)) + 0.5;
    line(LEFT, at, width - RIGHT, at);
    context.fillText(axisText(tick), LEFT - 7, at);
  }
  context.font = font(theme);
  context.fillStyle = theme.foreground;
  context.textAlign = 'center';
  context.textBaseline = 'alphabetic';
  context.fillText(fitted(context, xLabel, width - LEFT), (LEFT + width - RIGHT) / 2, height - 8);
  context.save();
  context.translate(13, (TOP + bottom) / 2);
  context.rotate(-Math.PI / 2);
  context.fillText(fitted(context, yLabel, bottom - TOP), 0, 0);
  context.restore();
  context.textAlign = 'left';
}
