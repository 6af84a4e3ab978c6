import type { Check, ParamValues } from '../../../src/core/runs/result';
import { Breath } from '../../gpu/breath';
import { claimCheck, numericCheck, openCheck } from '../../gpu/checks';
import { worstError, type Tolerance } from '../../gpu/compare';
import type { Demo, DemoOutput, RunContext } from '../../gpu/demo';
import { summariseTimes } from '../../gpu/timing';
import { denseAt, nameOf, ratios } from './access-checks';
import { VARIANT_NAMES, VARIANTS, type Variant } from './attention';
import { accessChart, visitsChart } from './charts';
import { CLAIMS } from './claims';
import { CLAIMED_TILE_ROWS, CONTROL_TILE_ROWS, COUNTED_ROWS } from './counted';
import { flashAccesses, naiveAccesses, onlineAccesses, type Accesses } from './counts';
import { makeInputs } from './inputs';
import { referenceAttention, type QueryRow } from './reference';
import { EXACTNESS } from './result-checks';
import { readSettings, type AttentionShape } from './shape';
import { tiledAttention } from './tiled-reference';

const TOLERANCE: Tolerance = { relative: 1e-12, absolute: 1e-12 };

/** Without a GPU: the definition and the paper's recurrence, both in float64, against each other. */
export async function runOnCpu(
  demo: Demo,
  params: ParamValues,
  signal: AbortSignal,
  progress: RunContext['progress'],
): Promise<DemoOutput> {
  const { shape, seed, adversarial } = readSettings(params);
  const inputs = makeInputs(shape, seed, adversarial);
  const queryRows: readonly QueryRow[] = Array.from({ length: shape.heads * shape.rows }, (_, index) => ({
    head: Math.floor(index / shape.rows),
    row: index % shape.rows,
  }));
  progress(0, 'Computing attention on the CPU by its definition');
  const breath = new Breath(signal);
  const before = performance.now();
  const expected = await referenceAttention(inputs, shape, queryRows, breath);
  const between = performance.now();
  progress(0.5, 'Computing attention on the CPU tile by tile');
  const { output, visits } = await tiledAttention(inputs, shape, breath);
  const after = performance.now();
  progress(1, 'Done');

  const worst = worstError(output, expected, TOLERANCE);
  const where = `row ${Math.floor(worst.index / shape.width)} of all heads, column ${worst.index % shape.width}`;
  const at = ratios(denseAt(shape, shape.tileRows, shape.rows));
  return {
    metrics: {
      accessRatioNaive: { value: at.shipped, unit: '', meaning: 'Accesses of our naive kernels over the tiled kernel, dense, closed form' },
      accessRatioIdeal: { value: at.ideal, unit: '', meaning: 'Accesses of ideal matrix products over the tiled kernel, dense, closed form' },
    },
    checks: [
      numericCheck('recurrence-exact', 'The tile-by-tile recurrence equals the definition, both in float64 on the CPU.', worst, TOLERANCE, where),
      ...VARIANTS.map(openKernelCheck),
      ...CLAIMS.map((claim) => claimCheck(claim, { missing: '' }, { demo, params, adapter: null })),
    ],
    charts: [accessChart(closedForms(shape), shape), visitsChart(visits, shape)],
    timings: [summariseTimes('definition', [between - before], 'cpu'), summariseTimes('tile by tile', [after - between], 'cpu')],
    memory: { peakBytes: 0, buffers: {} },
  };
}

function openKernelCheck(variant: Variant): Check {
  return openCheck(
    { id: `${variant}-exact`, statement: EXACTNESS[variant], operator: '<=', threshold: 1, unit: 'tolerances' },
    'numeric',
    'Not evaluated: no kernel ran, since there is no usable graphics adapter.',
  );
}

function closedForms(shape: AttentionShape): readonly { readonly name: string; readonly expected: Accesses; readonly counted: undefined }[] {
  const at = (tileRows: number): AttentionShape => denseAt(shape, tileRows, COUNTED_ROWS);
  const flash = [...CLAIMED_TILE_ROWS, CONTROL_TILE_ROWS].map((tileRows) => ({
    name: nameOf({ variant: 'flash', shape: at(tileRows) }),
    expected: flashAccesses(at(tileRows)),
    counted: undefined,
  }));
  return [
    { name: VARIANT_NAMES.naive, expected: naiveAccesses(at(shape.tileRows)), counted: undefined },
    { name: VARIANT_NAMES.online, expected: onlineAccesses(at(shape.tileRows)), counted: undefined },
    ...flash,
  ];
}
