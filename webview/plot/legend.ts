import type { Theme } from './theme';
import { drawBar, drawShape, type Hatch, type Shape } from './marks';

/** How one series looks, on the chart and in its legend. */
export interface Key {
  readonly name: string;
  /** Index into the theme's series colours. */
  readonly colour: number;
  readonly look:
    | { readonly form: 'line'; readonly shape: Shape }
    | { readonly form: 'points'; readonly shape: Shape }
    | { readonly form: 'dashes'; readonly dash: readonly number[] }
    | { readonly form: 'bar'; readonly hatch: Hatch };
}

export const SWATCH = { width: 30, height: 12 } as const;

export function colourOf(theme: Theme, key: Key): string {
  return theme.series[key.colour % theme.series.length] ?? theme.foreground;
}

export function drawSwatch(context: CanvasRenderingContext2D, key: Key, theme: Theme, x: number, y: number): void {
  const middle = y + SWATCH.height / 2;
  context.save();
  context.fillStyle = context.strokeStyle = colourOf(theme, key);
  context.lineWidth = 2;
  if (key.look.form === 'bar') {
    drawBar(context, key.look.hatch, x, y, SWATCH.width, SWATCH.height);
  } else if (key.look.form === 'points') {
    drawShape(context, key.look.shape, x + SWATCH.width / 2, middle, 8);
  } else {
    context.setLineDash(key.look.form === 'dashes' ? [...key.look.dash] : []);
    context.beginPath();
    context.moveTo(x, middle);
    context.lineTo(x + SWATCH.width, middle);
    context.stroke();
    if (key.look.form === 'line') drawShape(context, key.look.shape, x + SWATCH.width / 2, middle, 8);
  }
  context.restore();
}
