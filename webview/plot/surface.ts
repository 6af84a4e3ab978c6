import type { Theme } from './theme';

/** Draws a chart, or a part of it, in CSS pixels from the upper left corner. */
export interface Painter {
  /** Height it needs at this width. */
  height(width: number): number;
  paint(context: CanvasRenderingContext2D, width: number, theme: Theme): void;
}

/** Gives a canvas its size and lets a painter draw on it, sharp at any pixel ratio. */
export function paintOn(canvas: HTMLCanvasElement, painter: Painter, width: number, theme: Theme, pixelRatio: number): void {
  const height = painter.height(width);
  canvas.width = Math.round(width * pixelRatio);
  canvas.height = Math.round(height * pixelRatio);
  canvas.style.width = `${String(width)}px`;
  canvas.style.height = `${String(height)}px`;
  const context = canvas.getContext('2d');
  if (!context) return;
  context.scale(pixelRatio, pixelRatio);
  painter.paint(context, width, theme);
}

export function font(theme: Theme, size = 12, weight: 'normal' | '600' = 'normal'): string {
  return `${weight} ${String(size)}px ${theme.fontFamily}`;
}

/** The text, cut with an ellipsis to fit a width. The context's font must be set. */
export function fitted(context: CanvasRenderingContext2D, text: string, width: number): string {
  if (context.measureText(text).width <= width) return text;
  let end = text.length - 1;
  while (end > 0 && context.measureText(`${text.slice(0, end)}…`).width > width) end--;
  return `${text.slice(0, end).trimEnd()}…`;
}
