/** Red, green and blue from 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number];

/**
 * Reads a colour in a form that canvas hands back: `#rrggbb` or `rgba(r, g, b, a)`; transparency is ignored.
 * Anything else is mid grey.
 */
export function parseColour(text: string): Rgb {
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(text);
  if (hex) return [parseInt(hex[1] ?? '', 16), parseInt(hex[2] ?? '', 16), parseInt(hex[3] ?? '', 16)];
  const [red, green, blue] = (/^rgba?\(([^)]*)\)$/i.exec(text)?.[1] ?? '').split(/[\s,/]+/).map(Number);
  return red === undefined || green === undefined || blue === undefined ? [128, 128, 128] : [red, green, blue];
}

/** `amount` 0 is `from`, 1 is `to`. */
export function mix(from: Rgb, to: Rgb, amount: number): Rgb {
  const between = (one: number, other: number): number => one + (other - one) * amount;
  return [between(from[0], to[0]), between(from[1], to[1]), between(from[2], to[2])];
}

export function cssColour([red, green, blue]: Rgb): string {
  return `rgb(${String(Math.round(red))}, ${String(Math.round(green))}, ${String(Math.round(blue))})`;
}

/** Contrast ratio of two colours, 1 to 21, as WCAG 2.2 defines it. */
export function contrast(one: Rgb, other: Rgb): number {
  const [lighter, darker] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance([red, green, blue]: Rgb): number {
  const linear = (channel: number): number => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}
