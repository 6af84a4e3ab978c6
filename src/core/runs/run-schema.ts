import * as v from 'valibot';
import { RUN_FORMAT, RUN_VERSION } from './record';
import { PRESETS } from './result';

const LONGEST_ARRAY = 100_000;
const LONGEST_TEXT = 64 * 1024;
const MOST_FIELDS = 10_000;

const text = v.pipe(v.string(), v.maxLength(LONGEST_TEXT));
const finite = v.pipe(v.number(), v.finite());
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const amount = v.pipe(finite, v.minValue(0));
const slug = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,64}$/u, 'This is not a short name of small letters, digits and hyphens.'));
const time = v.pipe(
  v.string(),
  v.check(
    (value) => /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)$/u.test(value) && !Number.isNaN(Date.parse(value)),
    'This is not a time with its zone, such as 2026-01-09T14:25:01+01:00.',
  ),
);
const scale = v.picklist(['linear', 'log']);
const gaps = list(v.nullable(finite));

/** The length comes first: what is too long is not looked through. */
function list<Item extends v.GenericSchema>(item: Item) {
  return v.pipe(v.array(v.unknown()), v.maxLength(LONGEST_ARRAY), v.array(item), v.readonly());
}

function table<Value extends v.GenericSchema>(value: Value) {
  return v.pipe(v.record(v.string(), v.unknown()), v.maxEntries(MOST_FIELDS), v.record(text, value), v.readonly());
}

const chart = { id: text, title: text, caption: text };

const line = v.pipe(
  v.object({ name: text, x: list(finite), y: gaps, low: v.exactOptional(gaps), high: v.exactOptional(gaps), style: v.picklist(['measured', 'theory']) }),
  v.check(({ x, y, low = x, high = x }) => [y, low, high].every(({ length }) => length === x.length), 'A line has not as many y as x values.'),
);

const lineChart = v.object({
  ...chart,
  form: v.literal('line'),
  xLabel: text,
  yLabel: text,
  xScale: scale,
  yScale: scale,
  lines: list(line),
});

const scatterChart = v.object({
  ...chart,
  form: v.literal('scatter'),
  xLabel: text,
  yLabel: text,
  xScale: scale,
  yScale: scale,
  groups: list(
    v.pipe(
      v.object({ name: text, x: list(finite), y: list(finite) }),
      v.check(({ x, y }) => x.length === y.length, 'A group of points has not as many y as x values.'),
    ),
  ),
});

const barChart = v.pipe(
  v.object({
    ...chart,
    form: v.literal('bars'),
    yLabel: text,
    yScale: scale,
    categories: list(text),
    groups: list(v.object({ name: text, values: gaps })),
  }),
  v.check(
    ({ categories, groups }) => groups.every(({ values }) => values.length === categories.length),
    'A group of bars has not one value a category.',
  ),
);

const heatMap = v.pipe(
  v.object({
    ...chart,
    form: v.literal('heatmap'),
    rows: count,
    columns: count,
    rowLabel: text,
    columnLabel: text,
    valueLabel: text,
    values: gaps,
  }),
  v.check(({ rows, columns, values }) => values.length === rows * columns, 'A heat map has not one value a cell.'),
);

const check = v.pipe(
  v.object({
    id: text,
    kind: v.picklist(['numeric', 'invariant', 'claim']),
    statement: text,
    value: v.nullable(finite),
    operator: v.picklist(['<=', '>=', '==']),
    threshold: finite,
    unit: text,
    verdict: v.picklist(['pass', 'fail', 'not-evaluated']),
    detail: text,
  }),
  v.check(({ value, verdict }) => verdict === 'not-evaluated' || value !== null, 'A check that passed or failed has no measured value.'),
);

const adapter = v.object({
  vendor: text,
  architecture: text,
  device: text,
  description: text,
  software: v.boolean(),
  features: list(text),
  limits: table(finite),
});

const provenance = v.object({
  demo: slug,
  engine: v.picklist(['webgpu', 'cpu']),
  adapter: v.nullable(adapter),
  preset: v.picklist([...PRESETS, 'custom']),
  params: table(v.union([finite, v.boolean(), text])),
  kernels: list(
    v.object({ name: text, sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u, 'This is not a SHA-256 in hex.')), modified: v.boolean() }),
  ),
  lecternVersion: text,
  started: time,
  durationMs: amount,
  userAgent: text,
});

/** `RunResult` as data from a page or a file. Fields it does not know are left out of what it gives. */
export const RUN_RESULT = v.object({
  metrics: table(v.object({ value: finite, unit: text, meaning: text })),
  checks: list(check),
  charts: list(v.variant('form', [lineChart, scatterChart, barChart, heatMap])),
  timings: list(
    v.object({
      name: text,
      samples: count,
      medianMs: amount,
      minMs: amount,
      maxMs: amount,
      method: v.picklist(['timestamp-query', 'wall', 'cpu']),
    }),
  ),
  memory: v.object({ peakBytes: amount, buffers: table(amount) }),
  provenance,
});

/** `RunRecord` as data from a file. */
export const RUN_RECORD = v.object({
  format: v.literal(RUN_FORMAT),
  version: v.literal(RUN_VERSION),
  id: text,
  demo: slug,
  title: text,
  papers: list(slug),
  kept: time,
  hypothesis: text,
  expectation: text,
  conclusion: text,
  tags: list(text),
  result: RUN_RESULT,
});

/** What every version of a record says, to tell a newer one from a broken one. */
export const RUN_HEADER = v.object({ format: v.literal(RUN_FORMAT), version: finite });
