import type { Scale } from '../../src/core/runs/result';

/** The stretch of an axis, smaller end first. */
export type Range = readonly [from: number, to: number];

export function isPowersOfTwo(values: readonly number[]): boolean {
  return values.length > 0 && values.every((value) => value > 0 && Number.isInteger(Math.log2(value)));
}

/**
 * The stretch of an axis that shows all values with a little air. A linear axis of values that are
 * not negative starts at zero; a logarithmic one leaves out what has no logarithm.
 */
export function axisRange(values: readonly number[], scale: Scale): Range {
  const shown = values.filter((value) => Number.isFinite(value) && (scale === 'linear' || value > 0));
  if (shown.length === 0) return scale === 'log' ? [1, 10] : [0, 1];
  const least = Math.min(...shown);
  const most = Math.max(...shown);
  if (scale === 'log') {
    const air = Math.max((most / least) ** 0.05, 1.15);
    return [least / air, most * air];
  }
  const air = (most - Math.min(least, 0)) * 0.06 || 1;
  return [least < 0 ? least - air : 0, most + air];
}

/**
 * Round numbers within a range, few enough for `most` labels.
 * @param base of a logarithmic axis: 2 where sizes are powers of two
 */
export function ticksOf(range: Range, scale: Scale, most: number, base: 2 | 10 = 10): readonly number[] {
  return scale === 'log' ? logTicks(range, most, base) : linearTicks(range, most);
}

function linearTicks([from, to]: Range, most: number): readonly number[] {
  const rough = (to - from) / Math.max(most, 1);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough) ?? 10);
  const first = Math.ceil(from / step - 1e-9);
  const last = Math.floor(to / step + 1e-9);
  // Rounded, since 3 × 0.1 is not 0.3.
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)));
}

function logTicks([from, to]: Range, most: number, base: 2 | 10): readonly number[] {
  const log = base === 2 ? Math.log2 : Math.log10;
  const first = Math.ceil(log(from) - 1e-9);
  const last = Math.floor(log(to) + 1e-9);
  const powers = Array.from({ length: Math.max(last - first + 1, 0) }, (_, index) => base ** (first + index));
  if (powers.length > most) {
    const every = Math.ceil(powers.length / most);
    return powers.filter((_, index) => index % every === 0);
  }
  if (base === 2 || powers.length >= 3) return powers;
  const between = Array.from({ length: last - first + 3 }, (_, index) => first - 1 + index)
    .flatMap((power) => [1, 2, 5].map((factor) => Number((factor * 10 ** power).toPrecision(12))))
    .filter((value) => value >= from && value <= to);
  return between.length >= 2 && between.length <= most ? between : powers.length >= 2 ? powers : linearTicks([from, to], Math.min(most, 5));
}
