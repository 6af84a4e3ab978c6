import type { Metric, ParamValues } from '../../../src/core/runs/result';
import { Breath } from '../../gpu/breath';
import { withArena } from '../../gpu/buffers';
import type { Circumstances } from '../../gpu/checks';
import type { Demo, DemoOutput, RunContext } from '../../gpu/demo';
import { GpuClock, median, summariseTimes } from '../../gpu/timing';
import { accessClaims, counterChecks, denseAt, ratios } from './access-checks';
import { buildPipelines, VARIANTS } from './attention';
import { accessChart, bytesChart, countedRows, timeChart, visitsChart } from './charts';
import { CONTROL_TILE_ROWS, countAll, COUNTED_ROWS, traceVisits, type Counted } from './counted';
import { makeInputs, type Inputs } from './inputs';
import { lengthsUpTo, measureSize, type SizeMeasure } from './measure';
import { referenceAttention, rowsToCheck } from './reference';
import { controlCheck, memoryChecks, timeClaim, variantCheck, type Comparison } from './result-checks';
import { atLength, readSettings, type AttentionShape } from './shape';

/** The whole run on a GPU: count, measure at every length, compare with the reference, decide. */
export async function runOnGpu(demo: Demo, context: RunContext, params: ParamValues): Promise<DemoOutput> {
  const { gpu, signal, sources } = context;
  const settings = readSettings(params);
  const { shape, seed, adversarial } = settings;
  return withArena(gpu, async (arena) => {
    const bench = { gpu, arena, sources, signal };
    context.progress(0, 'Building the kernels');
    await buildPipelines(bench, shape);
    context.progress(0.1, 'Counting memory accesses');
    const counted = await countAll(bench, atLength(settings, COUNTED_ROWS), makeInputs({ ...shape, rows: COUNTED_ROWS }, seed, adversarial));

    const inputs = makeInputs(shape, seed, adversarial);
    const clock = await GpuClock.open(gpu, arena, signal);
    const lengths = lengthsUpTo(shape.rows);
    const sizes: SizeMeasure[] = [];
    for (const [index, rows] of lengths.entries()) {
      context.progress(0.2 + (0.6 * index) / lengths.length, `Measuring ${rows} rows`);
      const at = rows === shape.rows ? shape : atLength(settings, rows);
      sizes.push(await measureSize(bench, clock, at, inputs));
    }
    const visits = await traceVisits(bench, shape, inputs);

    context.progress(0.8, 'Comparing with the float64 reference');
    const largest = sizes.at(-1);
    if (largest === undefined) throw new RangeError('No length was measured.');
    const queryRows = rowsToCheck(shape, seed);
    const expected = await referenceAttention(inputs, shape, queryRows, new Breath(signal));
    const circumstances: Circumstances = { demo, params, adapter: gpu.facts };
    const checks = [
      ...VARIANTS.map((variant) => variantCheck(variant, { output: largest.variants[variant].output, shape, queryRows, expected })),
      controlCheck(await controlComparison(counted, seed, adversarial, signal)),
      ...memoryChecks(shape, largest),
      ...counterChecks(counted),
      ...accessClaims(counted, shape, circumstances),
      timeClaim(shape, largest, circumstances),
    ];
    context.progress(1, 'Done');
    return {
      metrics: metricsOf(shape, largest),
      checks,
      charts: [
        timeChart(sizes, gpu.facts.software),
        bytesChart(sizes, shape),
        accessChart(countedRows(counted), shape),
        visitsChart(visits, shape),
      ],
      timings: VARIANTS.flatMap((variant) => {
        const { times, totalsMs } = largest.variants[variant];
        const single = times.map(({ kernel, samplesMs, method }) => summariseTimes(kernel, samplesMs, method));
        const method = times[0]?.method ?? clock.method;
        return times.length > 1 ? [...single, summariseTimes(`${variant}, all kernels`, totalsMs, method)] : single;
      }),
      memory: arena.memory(),
    };
  });
}

/** The control's own output at its own size, the last of its instrumented runs. */
async function controlComparison(counted: readonly Counted[], seed: number, adversarial: boolean, signal: AbortSignal): Promise<Comparison> {
  const control = counted.filter(({ variant, shape }) => variant === 'flash' && shape.tileRows === CONTROL_TILE_ROWS).at(-1);
  if (control === undefined) throw new RangeError('The negative control did not run.');
  const { shape, output } = control;
  const queryRows = rowsToCheck(shape, seed);
  const inputs: Inputs = makeInputs(shape, seed, adversarial);
  return { output, shape, queryRows, expected: await referenceAttention(inputs, shape, queryRows, new Breath(signal)) };
}

function metricsOf(shape: AttentionShape, { variants }: SizeMeasure): Readonly<Record<string, Metric>> {
  const at = ratios(denseAt(shape, shape.tileRows, shape.rows));
  const time = (variant: keyof typeof variants, name: string): Metric => ({
    value: median(variants[variant].totalsMs),
    unit: 'ms',
    meaning: `Median time of ${name}`,
  });
  return {
    naiveTime: time('naive', 'the three naive kernels'),
    onlineTime: time('online', 'the online-softmax kernel'),
    flashTime: time('flash', 'the tiled kernel'),
    naiveExtraBytes: { value: variants.naive.extraBytes, unit: 'bytes', meaning: 'Memory of the naive form beyond Q, K, V and O' },
    flashExtraBytes: { value: variants.flash.extraBytes, unit: 'bytes', meaning: 'Memory of the tiled form beyond Q, K, V and O' },
    accessRatioNaive: { value: at.shipped, unit: '', meaning: 'Accesses of our naive kernels over the tiled kernel, dense, closed form' },
    accessRatioIdeal: { value: at.ideal, unit: '', meaning: 'Accesses of ideal matrix products over the tiled kernel, dense, closed form' },
  };
}
