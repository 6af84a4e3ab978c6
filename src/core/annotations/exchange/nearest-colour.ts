import { HIGHLIGHT_COLOURS, type HighlightColour } from '../annotation';

/** What a reader takes each name for: Zotero's palette, which other programs share. */
const MEANT: Readonly<Record<HighlightColour, string>> = {
  yellow: '#ffd400',
  green: '#5fb236',
  blue: '#2ea8e5',
  purple: '#a28ae5',
  red: '#ff6666',
  grey: '#aaaaaa',
};

/** The colour of ours that looks most like one: nearest in Oklab, where equal distances look about equal. `undefined` for what is no `#rrggbb`. */
export function nearestColour(hex: string): HighlightColour | undefined {
  const colour = oklabOf(hex);
  if (colour === undefined) {
    return undefined;
  }
  const distance = (name: HighlightColour) => (oklabOf(MEANT[name]) ?? []).reduce((sum, part, axis) => sum + (part - (colour[axis] ?? 0)) ** 2, 0);
  return HIGHLIGHT_COLOURS.map((name) => ({ name, away: distance(name) })).reduce((best, one) => (one.away < best.away ? one : best)).name;
}

/** Source: Björn Ottosson, "A perceptual color space for image processing". */
function oklabOf(hex: string): readonly number[] | undefined {
  const digits = /^#([0-9a-f]{6})(?:[0-9a-f]{2})?$/iu.exec(hex.trim())?.[1];
  if (digits === undefined) {
    return undefined;
  }
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => linear(parseInt(digits.slice(at, at + 2), 16) / 255));
  const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const medium = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short,
    1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short,
    0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short,
  ];
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}
