// What tells series apart besides their colour.

const SHAPES = ['circle', 'square', 'triangle', 'diamond', 'cross'] as const;
export type Shape = (typeof SHAPES)[number];

const DASHES: readonly (readonly number[])[] = [
  [7, 4],
  [2, 3],
  [9, 3, 2, 3],
];

const HATCHES = ['solid', 'diagonal', 'outline', 'vertical'] as const;
export type Hatch = (typeof HATCHES)[number];

export function shapeOf(index: number): Shape {
  return SHAPES[index % SHAPES.length] ?? 'circle';
}

/** Dashes of a theoretical line, in CSS pixels. */
export function dashOf(index: number): readonly number[] {
  return DASHES[index % DASHES.length] ?? [];
}

export function hatchOf(index: number): Hatch {
  return HATCHES[index % HATCHES.length] ?? 'solid';
}

/** Draws a filled mark; `size` is its width. */
export function drawShape(context: CanvasRenderingContext2D, shape: Shape, x: number, y: number, size: number): void {
  const half = size / 2;
  context.beginPath();
  switch (shape) {
    case 'circle':
      context.arc(x, y, half, 0, 2 * Math.PI);
      break;
    case 'square':
      context.rect(x - half * 0.88, y - half * 0.88, size * 0.88, size * 0.88);
      break;
    case 'triangle':
      context.moveTo(x, y - half * 1.1);
      context.lineTo(x + half * 1.1, y + half * 0.9);
      context.lineTo(x - half * 1.1, y + half * 0.9);
      break;
    case 'diamond':
      context.moveTo(x, y - half * 1.2);
      context.lineTo(x + half * 1.2, y);
      context.lineTo(x, y + half * 1.2);
      context.lineTo(x - half * 1.2, y);
      break;
    case 'cross': {
      const arm = half * 0.45;
      context.rect(x - half * 1.1, y - arm, size * 1.1, arm * 2);
      context.rect(x - arm, y - half * 1.1, arm * 2, size * 1.1);
      break;
    }
  }
  context.closePath();
  context.fill();
}

/** Fills a rectangle in the current fill colour with a hatch of the same colour. */
export function drawBar(context: CanvasRenderingContext2D, hatch: Hatch, x: number, y: number, width: number, height: number): void {
  if (width <= 0) return;
  if (hatch === 'solid') {
    context.fillRect(x, y, width, height);
    return;
  }
  context.save();
  context.strokeStyle = context.fillStyle;
  context.lineWidth = 1.5;
  context.strokeRect(x + 0.75, y + 0.75, Math.max(width - 1.5, 0), height - 1.5);
  context.beginPath();
  context.rect(x, y, width, height);
  context.clip();
  context.beginPath();
  if (hatch !== 'outline') {
    const slant = hatch === 'diagonal' ? height : 0;
    for (let at = x - slant; at < x + width; at += 6) {
      context.moveTo(at, y + height);
      context.lineTo(at + slant, y);
    }
  }
  context.stroke();
  context.restore();
}
