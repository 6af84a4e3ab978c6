import type { BarChart, HeatMap, LineChart } from '../../../src/core/runs/result';
import { median } from '../../gpu/timing';
import { nameOf } from './access-checks';
import { VARIANT_NAMES, VARIANTS, type Variant } from './attention';
import { COUNTED_ROWS, type Counted } from './counted';
import { idealNaiveAccesses, totalAccesses, type Accesses } from './counts';
import type { SizeMeasure } from './measure';
import type { AttentionShape } from './shape';

export function timeChart(sizes: readonly SizeMeasure[], software: boolean): LineChart {
  const x = sizes.map(({ rows }) => rows);
  const line = (variant: Variant): LineChart['lines'][number] => ({
    name: VARIANT_NAMES[variant],
    x,
    y: sizes.map(({ variants }) => median(variants[variant].totalsMs)),
    style: 'measured',
  });
  return {
    id: 'time',
    form: 'line',
    title: 'Time against sequence length',
    caption: software
      ? 'Median time of one pass over all heads, on a software adapter: barriers are costly there, and nothing follows for hardware.'
      : 'Median time of one pass over all heads; on these log scales a slope of 2 is quadratic growth.',
    xLabel: 'sequence length N',
    yLabel: 'time (ms)',
    xScale: 'log',
    yScale: 'log',
    lines: VARIANTS.map(line),
  };
}

export function bytesChart(sizes: readonly SizeMeasure[], { heads, width }: AttentionShape): LineChart {
  const x = sizes.map(({ rows }) => rows);
  const measured = (variant: Variant): LineChart['lines'][number] => ({
    name: VARIANT_NAMES[variant],
    x,
    y: sizes.map(({ variants }) => variants[variant].bytes),
    style: 'measured',
  });
  return {
    id: 'bytes',
    form: 'line',
    title: 'Allocated memory against sequence length',
    caption: 'Bytes of Q, K, V, O and whatever else a form keeps in GPU buffers: the score matrices grow with N², the tiled form with N.',
    xLabel: 'sequence length N',
    yLabel: 'bytes',
    xScale: 'log',
    yScale: 'log',
    lines: [
      ...VARIANTS.map(measured),
      { name: 'theory: score matrices, 4·H·N²', x, y: x.map((rows) => 4 * heads * rows * rows), style: 'theory' },
      { name: 'theory: Q, K, V and O, 16·H·N·d', x, y: x.map((rows) => 16 * heads * rows * width), style: 'theory' },
    ],
  };
}

/** @param rows closed forms by name, with the counted value where one was counted */
export function accessChart(
  rows: readonly { readonly name: string; readonly expected: Accesses; readonly counted: Accesses | undefined }[],
  shape: Pick<AttentionShape, 'width' | 'heads'>,
): BarChart {
  const ideal = idealNaiveAccesses({ ...shape, rows: COUNTED_ROWS });
  return {
    id: 'accesses',
    form: 'bars',
    title: `Slow-memory accesses at N = ${COUNTED_ROWS}`,
    caption:
      'Four-byte words read from and written to GPU buffers, dense and without causal skipping. Tiles of one row are the negative control: nothing is shared there.',
    yLabel: 'words',
    yScale: 'log',
    categories: [...rows.map(({ name }) => name), 'ideal matrix products'],
    groups: [
      { name: 'closed form', values: [...rows.map(({ expected }) => totalAccesses(expected)), ideal] },
      { name: 'atomic counter', values: [...rows.map(({ counted }) => (counted === undefined ? null : totalAccesses(counted))), null] },
    ],
  };
}

/** The dense, non-causal runs, which the claims speak of. */
export function countedRows(counted: readonly Counted[]): Parameters<typeof accessChart>[0] {
  return counted
    .filter(({ shape }) => !shape.causal && shape.mask === undefined)
    .map((one) => ({ name: nameOf(one), expected: one.expected, counted: one.counted }));
}

/** @param visits [query tiles, key tiles]: 1 + order of the visit, 0 where skipped */
export function visitsChart(visits: Uint32Array, { rows, tileRows, tileKeys }: AttentionShape): HeatMap {
  return {
    id: 'visits',
    form: 'heatmap',
    title: 'Order in which tiles are visited',
    caption: `Each row is a workgroup with ${tileRows} query rows; it walks over tiles of ${tileKeys} keys in this order. Empty tiles are skipped.`,
    rows: Math.ceil(rows / tileRows),
    columns: Math.ceil(rows / tileKeys),
    rowLabel: 'query tile',
    columnLabel: 'key tile',
    valueLabel: 'visit',
    values: Array.from(visits, (visit) => (visit === 0 ? null : visit)),
  };
}
