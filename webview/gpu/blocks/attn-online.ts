import type { Bench, KernelSetup } from '../bench';
import { splitPass } from '../bench';
import type { Kernel } from '../demo';
import { flopsPerSubmit, splitRows, type Pass } from '../passes';
import attnOnline from './attn-online.wgsl';

/** Which keys a query sees, and whether their distance counts; each is compiled into the kernel. */
export interface AttentionForm {
  /** d, a multiple of 4, at most 64. */
  readonly width: number;
  readonly causal: boolean;
  /** Only the keys of the query's window and the first `globals` keys of the head: with `causal`, the Λ shape. */
  readonly windowed: boolean;
  /** Only keys of the query's own segment. */
  readonly segmented: boolean;
  /** Adds a logit from a table, by distance. */
  readonly tabled: boolean;
  /** Writes down how many keys each row saw. */
  readonly counting: boolean;
}

/** Attention of several heads of the same number of rows, which lie one after another. */
export interface AttentionTask {
  readonly heads: number;
  /** Queries and keys of one head. */
  readonly rows: number;
  /** Rows of all buffers before the first head. */
  readonly base: number;
  /** Factor of the products q·k. */
  readonly scale: number;
  /** With `windowed`: keys at the beginning of a head that no window hides. */
  readonly globals: number;
  /** With `windowed`: keys in a window, the query's own included. */
  readonly window: number;
  /** With `tabled`: the last distance of the table, which also serves all beyond. */
  readonly cap: number;
}

/** Rows of all heads of all tasks; those that a form does not use may be absent. */
export interface AttentionBuffers {
  readonly q: GPUBuffer;
  readonly k: GPUBuffer;
  readonly v: GPUBuffer;
  readonly o: GPUBuffer;
  /** For each row, the row of its head at which its segment begins. */
  readonly segments?: GPUBuffer;
  /** Logit by distance, `cap + 1` numbers. */
  readonly table?: GPUBuffer;
  /** For each row, how many keys it saw. */
  readonly visits?: GPUBuffer;
}

const THREADS = 16;
/** Rows by which long work is split: whole workgroups. */
const SPLIT_UNIT = 2 * THREADS;

/** The kernel as a demo lists it. */
export const ATTN_ONLINE: Kernel & { readonly name: 'attn_online' } = {
  name: 'attn_online',
  file: 'attn-online.wgsl',
  source: attnOnline,
  entryPoints: ['main'],
  summary: 'Masked attention by an online softmax in registers, two query rows per invocation, no barriers.',
};

/** Attention of several tasks over common buffers, split so that a submit stays short. Tasks without rows cost nothing. */
export async function attentionPass(bench: Bench, form: AttentionForm, buffers: AttentionBuffers, tasks: readonly AttentionTask[]): Promise<Pass> {
  const { arena, gpu } = bench;
  const pieces = tasks.flatMap((task) =>
    splitRows(task.rows, task.heads === 0 ? 0 : boundOfFlops(form, task), SPLIT_UNIT, flopsPerSubmit(gpu))
      .filter(() => task.heads > 0)
      .map((range) => ({ task, range })),
  );
  const uniforms = pieces.length === 0 ? [] : await arena.uniforms('attention tasks', pieces.map(({ task, range }) => taskBlock(task, range.first, range.end)));
  const unused = await arena.storage('unused', 4);
  const visits = buffers.visits ?? (await arena.storage('unused', 4));
  const { q, k, v, o, segments = unused, table = unused } = buffers;
  return splitPass(
    bench,
    setupOf(form),
    pieces.flatMap(({ task, range }, index) => {
      const uniform = uniforms[index];
      if (uniform === undefined) return [];
      const rows = range.end - range.first;
      return [{ resources: [uniform, q, k, v, o, segments, table, visits], workgroups: [Math.ceil(rows / SPLIT_UNIT), task.heads, 1] as const }];
    }),
  );
}

/** Multiplications and additions of Q Kᵀ and P V over the keys that a task may visit, were it not causal. */
function boundOfFlops({ width, windowed }: AttentionForm, { heads, rows, globals, window }: AttentionTask): number {
  return 4 * width * heads * rows * (windowed ? Math.min(rows, globals + window) : rows);
}

function setupOf({ width, causal, windowed, segmented, tabled, counting }: AttentionForm): KernelSetup {
  const switches = { causal, windowed, segmented, tabled, counting };
  return {
    name: ATTN_ONLINE.name,
    constants: {
      threads: THREADS,
      depth: width / 4,
      ...Object.fromEntries(Object.entries(switches).map(([name, on]) => [name, Number(on)])),
    },
    bindings: ['uniform', 'read', 'read', 'read', 'write', 'read', 'read', 'write'],
  };
}

/** The `Task` struct of attn-online.wgsl. */
function taskBlock({ rows, base, globals, window, cap, scale }: AttentionTask, first: number, end: number): ArrayBuffer {
  const block = new ArrayBuffer(32);
  new Uint32Array(block).set([rows, base, first, end, globals, window, cap]);
  new Float32Array(block)[7] = scale;
  return block;
}
