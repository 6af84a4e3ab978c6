import { ATTN_ONLINE, attentionPass, type AttentionForm, type AttentionTask } from '../../webview/gpu/blocks/attn-online';
import { withArena } from '../../webview/gpu/buffers';
import { worstError } from '../../webview/gpu/compare';
import { runPasses } from '../../webview/gpu/passes';
import { gaussians, random } from '../../webview/gpu/random';
import { deepEqual, equal, ok } from './page/assert';
import { sharedGpu, untilDone } from './page/device';

const FORM: AttentionForm = { width: 32, causal: true, windowed: false, segmented: false, tabled: false, counting: true };
const TASK: AttentionTask = { heads: 1, rows: 33, base: 0, scale: 0.2, globals: 0, window: 0, cap: 0 };
const TOLERANCE = { relative: 2e-5, absolute: 2e-6 };

interface Case {
  readonly form: AttentionForm;
  readonly tasks: readonly AttentionTask[];
}

interface Data {
  readonly q: Float32Array<ArrayBuffer>;
  readonly k: Float32Array<ArrayBuffer>;
  readonly v: Float32Array<ArrayBuffer>;
  readonly segments: Uint32Array<ArrayBuffer>;
  readonly table: Float32Array<ArrayBuffer>;
}

interface Outcome {
  readonly output: ArrayLike<number>;
  readonly visits: ArrayLike<number>;
}

function dataOf({ form, tasks }: Case): Data {
  const total = tasks.reduce((most, { base, heads, rows }) => Math.max(most, base + heads * rows), 1);
  const segments = new Uint32Array(total);
  for (const { base, heads, rows } of tasks) {
    for (let index = 0; index < heads * rows; index += 1) {
      const row = index % rows;
      const begins = row === 0 || random(3, 4, base + index) % 9 === 0;
      segments[base + index] = begins ? row : (segments[base + index - 1] ?? 0);
    }
  }
  const values = (stream: number): Float32Array<ArrayBuffer> => gaussians(3, stream, total * form.width);
  return { q: values(1), k: values(2), v: values(3), segments, table: gaussians(3, 5, 1000).map((value) => 3 * value) };
}

/** Attention by its definition, in float64. */
function expectedOf({ form, tasks }: Case, { q, k, v, segments, table }: Data): Outcome {
  const output = new Float64Array(q.length);
  const visits = new Uint32Array(segments.length);
  for (const { heads, rows, base, scale, globals, window, cap } of tasks) {
    for (let head = 0; head < heads; head += 1) {
      const rowAt = (row: number): number => base + head * rows + row;
      for (let row = 0; row < rows; row += 1) {
        const sees = (key: number): boolean =>
          (!form.causal || key <= row) &&
          (!form.windowed || key < globals || key > row - window) &&
          (!form.segmented || segments[rowAt(key)] === segments[rowAt(row)]);
        const keys = Array.from({ length: rows }, (_, key) => key).filter(sees);
        const logits = keys.map((key) => {
          let dot = form.tabled ? (table[Math.min(Math.abs(row - key), cap)] ?? NaN) : 0;
          for (let c = 0; c < form.width; c += 1) dot += scale * (q[rowAt(row) * form.width + c] ?? NaN) * (k[rowAt(key) * form.width + c] ?? NaN);
          return dot;
        });
        const largest = Math.max(...logits);
        const sum = logits.reduce((total, logit) => total + Math.exp(logit - largest), 0);
        visits[rowAt(row)] = keys.length;
        for (const [at, key] of keys.entries()) {
          const weight = Math.exp((logits[at] ?? NaN) - largest) / sum;
          for (let c = 0; c < form.width; c += 1) output[rowAt(row) * form.width + c] = (output[rowAt(row) * form.width + c] ?? NaN) + weight * (v[rowAt(key) * form.width + c] ?? NaN);
        }
      }
    }
  }
  return { output, visits };
}

async function onGpu({ form, tasks }: Case, { q, k, v, segments, table }: Data): Promise<Outcome> {
  const gpu = await sharedGpu();
  return withArena(gpu, async (arena) => {
    const bench = { gpu, arena, sources: { [ATTN_ONLINE.name]: ATTN_ONLINE.source }, signal: untilDone() };
    const o = await arena.storage('o', q.byteLength);
    const visits = await arena.storage('visits', segments.byteLength);
    const pass = await attentionPass(
      bench,
      form,
      {
        q: await arena.upload('q', q),
        k: await arena.upload('k', k),
        v: await arena.upload('v', v),
        o,
        visits,
        ...(form.segmented ? { segments: await arena.upload('segments', segments) } : {}),
        ...(form.tabled ? { table: await arena.upload('table', table) } : {}),
      },
      tasks,
    );
    await runPasses(gpu, [pass], bench.signal);
    const [output, seen] = await arena.read([o, visits], bench.signal);
    return { output: new Float32Array(output ?? new ArrayBuffer(0)), visits: new Uint32Array(seen ?? new ArrayBuffer(0)) };
  });
}

const CASES: readonly (readonly [string, Partial<AttentionForm>, Partial<AttentionTask>])[] = [
  ['no rows', {}, { rows: 0 }],
  ['no heads', {}, { heads: 0 }],
  ['one row', {}, { rows: 1 }],
  ['one over a workgroup', {}, { rows: 33, heads: 3 }],
  ['no multiple of anything', {}, { rows: 131, heads: 2, base: 5 }],
  ['no mask', { causal: false }, { rows: 70 }],
  ['wide heads', { width: 64 }, { rows: 50 }],
  ['narrow heads', { width: 4 }, { rows: 101, heads: 5 }],
  ['a window of one key', { windowed: true }, { rows: 40, window: 1 }],
  ['a window', { windowed: true }, { rows: 131, window: 17, heads: 2 }],
  ['a window wider than the rows', { windowed: true }, { rows: 35, window: 100 }],
  ['a window without the causal mask', { windowed: true, causal: false }, { rows: 61, window: 9 }],
  ['the Λ shape', { windowed: true }, { rows: 131, window: 17, globals: 6 }],
  ['the Λ shape with a capped table', { windowed: true, tabled: true }, { rows: 131, window: 20, globals: 3, cap: 24 }],
  ['more global keys than rows', { windowed: true }, { rows: 37, window: 5, globals: 64 }],
  ['segments', { segmented: true }, { rows: 131, heads: 2 }],
  ['segments without the causal mask', { segmented: true, causal: false }, { rows: 67 }],
  ['segments within a window', { segmented: true, windowed: true }, { rows: 90, window: 6, globals: 2 }],
  ['a table without a mask', { tabled: true, causal: false }, { rows: 45, cap: 10 }],
];

describe('attn-online', () => {
  for (const [name, form, task] of CASES) {
    it(`equals float64 attention and counts its keys with ${name}`, async () => {
      const one: Case = { form: { ...FORM, ...form }, tasks: [{ ...TASK, ...task }] };
      await compare(one);
    });
  }

  it('computes tasks of different lengths over common buffers', async () => {
    const lengths = [1, 16, 33, 64].map((rows, index) => ({ ...TASK, rows, heads: 4 - index }));
    let base = 0;
    const tasks = lengths.map((task) => ({ ...task, base: (base += task.heads * task.rows) - task.heads * task.rows }));
    await compare({ form: FORM, tasks });
  });

  it('splits long work over several submits', async () => {
    await compare({ form: { ...FORM, width: 16 }, tasks: [{ ...TASK, rows: 700, heads: 2 }] });
  });

  it('gives zeros, not NaN, to a row that sees nothing', async () => {
    const one: Case = { form: { ...FORM, windowed: true }, tasks: [{ ...TASK, rows: 9, window: 0 }] };
    const { output, visits } = await onGpu(one, dataOf(one));
    ok(Array.from(output).every((value) => value === 0), 'zeros');
    ok(Array.from(visits).every((value) => value === 0), 'no key');
  });

  it('writes no counts when it is not asked to', async () => {
    const one: Case = { form: { ...FORM, counting: false }, tasks: [TASK] };
    ok(Array.from((await onGpu(one, dataOf(one))).visits).every((value) => value === 0), 'no counts');
  });
});

async function compare(one: Case): Promise<void> {
  const data = dataOf(one);
  const expected = expectedOf(one, data);
  const actual = await onGpu(one, data);
  const worst = worstError(actual.output, expected.output, TOLERANCE);
  ok(worst.inTolerances <= 1, `element ${String(worst.index)} is ${String(worst.actual)}, not ${String(worst.expected)}`);
  equal(actual.output.length, expected.output.length, 'length');
  deepEqual(Array.from(actual.visits), Array.from(expected.visits), 'visits');
}
