import type { Bench } from '../../gpu/bench';
import { attentionPass } from '../../gpu/blocks/attn-online';
import { runPasses } from '../../gpu/passes';
import { gauss12 } from '../../gpu/random';
import { MASKS, shapeOf, type Mode } from './modes';
import { SEEDS, type Settings } from './settings';

/** d of the sink head: one number for the sink, the others a direction to be found by. */
export const SINK_WIDTH = 32;
/** Rows of a sink head, in trained lengths. */
const LENGTHS = 4;
/** Every so many rows, a query looks for the key this many rows before it. */
const LOOK_EVERY = 16;
const LOOK_BACK = 5;
/** Logits above ln L: the sink outweighs L keys that do not match, and a match outweighs the sink. */
const SINK_LOGIT = 3;
const MATCH_LOGIT = 6;

/** Heads that should put out nothing unless a query finds its key: one a seed, [heads, rows, SINK_WIDTH]. */
export interface SinkHeads {
  readonly rows: number;
  readonly q: Float32Array<ArrayBuffer>;
  readonly k: Float32Array<ArrayBuffer>;
  readonly v: Float32Array<ArrayBuffer>;
  /** What each row should put out: zero, or the value of the key that it looks for. */
  readonly wanted: Float32Array;
}

export interface SinkResult {
  readonly mode: Mode;
  readonly output: Float32Array;
  readonly visits: Uint32Array;
}

/** Whether the query of a row looks for a key. */
export function looks(row: number): boolean {
  return row >= LOOK_EVERY && row % LOOK_EVERY === 0;
}

export function makeSinkHeads({ trained, seed }: Settings): SinkHeads {
  const rows = LENGTHS * trained;
  const size = SEEDS * rows * SINK_WIDTH;
  const [q, k, v, wanted] = [new Float32Array(size), new Float32Array(size), new Float32Array(size), new Float32Array(size)];
  for (let head = 0; head < SEEDS; head += 1) {
    for (let row = 0; row < rows; row += 1) {
      const first = (head * rows + row) * SINK_WIDTH;
      q[first] = 1;
      if (row === 0) {
        k[first] = Math.log(trained) + SINK_LOGIT;
        continue;
      }
      const direction = directionOf(seed + head, row);
      k.set(direction, first + 1);
      for (let c = 0; c < SINK_WIDTH; c += 1) v[first + c] = gauss12(seed + head, 12, row * SINK_WIDTH + c);
      if (!looks(row)) continue;
      const strength = Math.log(trained) + MATCH_LOGIT;
      q.set(directionOf(seed + head, row - LOOK_BACK).map((value) => strength * value), first + 1);
      const found = first - LOOK_BACK * SINK_WIDTH;
      wanted.set(v.subarray(found, found + SINK_WIDTH), first);
    }
  }
  return { rows, q, k, v, wanted };
}

/** Runs the heads under the three masks. The logits come from content alone. */
export async function runSinkHeads(bench: Bench, { rows, q, k, v }: SinkHeads, settings: Settings): Promise<readonly SinkResult[]> {
  const { arena, gpu, signal } = bench;
  const buffers = {
    q: await arena.upload('q', q),
    k: await arena.upload('k', k),
    v: await arena.upload('v', v),
    o: await arena.storage('o', q.byteLength),
    visits: await arena.storage('sink visits', q.byteLength / SINK_WIDTH),
  };
  const results: SinkResult[] = [];
  for (const mode of MASKS) {
    const { globals, window } = shapeOf(mode, settings);
    const form = { width: SINK_WIDTH, causal: true, windowed: true, segmented: false, tabled: false, counting: true };
    const task = { heads: SEEDS, rows, base: 0, scale: 1, globals, window: Math.min(window, rows), cap: 0 };
    await gpu.submit('clear outputs', signal, (encoder) => {
      encoder.clearBuffer(buffers.o);
      encoder.clearBuffer(buffers.visits);
    });
    await runPasses(gpu, [await attentionPass(bench, form, buffers, [task])], signal);
    const [output, visits] = await arena.read([buffers.o, buffers.visits], signal);
    results.push({ mode, output: new Float32Array(output ?? new ArrayBuffer(0)), visits: new Uint32Array(visits ?? new ArrayBuffer(0)) });
  }
  return results;
}

/**
 * Root mean square error of the rows of one head beyond the trained length.
 * @param looking whether to take the rows that look for a key, or those that do not
 */
export function sinkError({ output }: SinkResult, { rows, wanted }: SinkHeads, trained: number, head: number, looking: boolean): number {
  let sum = 0;
  let count = 0;
  for (let row = trained; row < rows; row += 1) {
    if (looks(row) !== looking) continue;
    for (let c = 0; c < SINK_WIDTH; c += 1) {
      const index = (head * rows + row) * SINK_WIDTH + c;
      sum += ((output[index] ?? NaN) - (wanted[index] ?? NaN)) ** 2;
      count += 1;
    }
  }
  return Math.sqrt(sum / count);
}

function directionOf(seed: number, row: number): Float64Array {
  const direction = Float64Array.from({ length: SINK_WIDTH - 1 }, (_, c) => gauss12(seed, 11, row * SINK_WIDTH + c));
  const length = Math.hypot(...direction);
  return direction.map((value) => value / length);
}
