const SUFFIXES = [
  { from: 1e12, suffix: 'T' },
  { from: 1e9, suffix: 'G' },
  { from: 1e6, suffix: 'M' },
  { from: 1e3, suffix: 'k' },
] as const;
/** From here a whole number no longer fits an axis label as it is. */
const LONG = 100_000;
const SUPERSCRIPTS = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];

/** A number on an axis: as short as it can be without losing what distinguishes ticks (`512`, `4096`, `1.5M`, `0.02`). */
export function axisText(value: number): string {
  const sign = value < 0 ? '−' : '';
  const size = Math.abs(value);
  if (size === 0) return '0';
  if (Number.isInteger(size) && size < LONG && !isRoundThousand(size)) return `${sign}${String(size)}`;
  const scale = SUFFIXES.find(({ from }) => size >= from);
  if (scale) return `${sign}${trimZeros((size / scale.from).toPrecision(3))}${scale.suffix}`;
  return size >= 1e-4 ? `${sign}${trimZeros(size.toPrecision(3))}` : `${sign}${powerOfTen(size)}`;
}

/** 20 000 is easier as `20k`; 2048 and 16384 stay what they are. */
function isRoundThousand(size: number): boolean {
  return size >= 10_000 && size % 1000 === 0;
}

function trimZeros(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

function powerOfTen(size: number): string {
  const [digits = '', exponent = '0'] = size.toExponential(2).split('e');
  const power = Number(exponent);
  const raised = String(Math.abs(power))
    .split('')
    .map((digit) => SUPERSCRIPTS[Number(digit)])
    .join('');
  return `${trimZeros(digits)}×10${power < 0 ? '⁻' : ''}${raised}`;
}
