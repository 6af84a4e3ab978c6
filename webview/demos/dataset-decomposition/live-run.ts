import type { Bench } from '../../gpu/bench';
import { attentionPass } from '../../gpu/blocks/attn-online';
import { runPasses, type Pass } from '../../gpu/passes';
import type { GpuClock, PassTimes } from '../../gpu/timing';
import { gaussians } from '../../gpu/random';
import type { LiveBatch } from './live-batch';
import { HEAD_WIDTH } from './settings';

/** Queries, keys and values as [tokens, HEAD_WIDTH]; what they hold is of no matter, only which tokens meet. */
export interface LiveInputs {
  readonly q: Float32Array<ArrayBuffer>;
  readonly k: Float32Array<ArrayBuffer>;
  readonly v: Float32Array<ArrayBuffer>;
}

export interface LiveResult {
  readonly batch: LiveBatch;
  readonly output: Float32Array;
  /** Keys that each query saw, as the kernel counted them. */
  readonly visits: Uint32Array;
  readonly times: PassTimes;
}

export function liveInputs(tokens: number, seed: number): LiveInputs {
  const values = (stream: number): Float32Array<ArrayBuffer> => gaussians(seed, stream, tokens * HEAD_WIDTH);
  return { q: values(1), k: values(2), v: values(3) };
}

/** Runs causal attention over each batch: once for its result, then for its times, the batches in turn. */
export async function runLive(bench: Bench, clock: GpuClock, batches: readonly LiveBatch[], inputs: LiveInputs): Promise<readonly LiveResult[]> {
  const { arena, gpu, signal } = bench;
  const operands = {
    q: await arena.upload('q', inputs.q),
    k: await arena.upload('k', inputs.k),
    v: await arena.upload('v', inputs.v),
    o: await arena.storage('o', inputs.q.byteLength),
    visits: await arena.storage('visits', inputs.q.byteLength / HEAD_WIDTH),
  };
  const passes: Pass[] = [];
  const results: Omit<LiveResult, 'times'>[] = [];
  for (const batch of batches) {
    const segmented = batch.layout === 'document-mask';
    const form = { width: HEAD_WIDTH, causal: true, windowed: false, segmented, tabled: false, counting: true };
    const pass = await attentionPass(bench, form, { ...operands, segments: await arena.upload('segments', batch.segments) }, batch.tasks);
    await gpu.submit('clear outputs', signal, (encoder) => {
      encoder.clearBuffer(operands.o);
      encoder.clearBuffer(operands.visits);
    });
    await runPasses(gpu, [pass], signal);
    const [output, visits] = await arena.read([operands.o, operands.visits], signal);
    passes.push(pass);
    results.push({
      batch,
      output: new Float32Array(output ?? new ArrayBuffer(0)).slice(0, batch.tokens * HEAD_WIDTH),
      visits: new Uint32Array(visits ?? new ArrayBuffer(0)).slice(0, batch.tokens),
    });
  }
  const times = await clock.time(passes, signal);
  return results.flatMap((result, index) => {
    const ofPass = times[index];
    return ofPass === undefined ? [] : [{ ...result, times: ofPass }];
  });
}
