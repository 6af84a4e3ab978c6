const DIGITS = 4;
const BINARY_UNITS = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB'];

/** A number with its unit as people read it: `1,048,576 accesses`, `0.00132`, `2.1e-7`, `64 MiB`, `0.42 ms`. */
export function quantity(value: number, unit = ''): string {
  if (unit === 'bytes') {
    return bytes(value);
  }
  return unit === '' ? readable(value) : `${readable(value)} ${unit}`;
}

/** Bytes, from 1024 on in the largest binary unit that leaves at least one. */
function bytes(value: number): string {
  const power = Math.min(BINARY_UNITS.length - 1, Math.max(0, Math.floor(Math.log2(Math.abs(value) || 1) / 10)));
  return `${readable(value / 1024 ** power)} ${BINARY_UNITS[power] ?? 'bytes'}`;
}

/** Whole numbers exactly and in groups of three, others to four significant digits. */
function readable(value: number): string {
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-3 || size >= 1e15)) {
    return value.toExponential(DIGITS - 1).replace(/\.?0*e\+?/u, 'e');
  }
  const rounded = Number.isInteger(value) || size >= 10 ** DIGITS ? Math.round(value) : Number(value.toPrecision(DIGITS));
  const [whole = '', fraction] = String(rounded + 0).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/gu, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
