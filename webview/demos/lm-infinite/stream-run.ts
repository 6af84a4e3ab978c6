import type { Bench } from '../../gpu/bench';
import { runPasses } from '../../gpu/passes';
import type { GpuClock, PassTimes } from '../../gpu/timing';
import { streamPass, type StreamBuffers } from './head';
import { MASKS, MODES, shapeOf, type Mode } from './modes';
import type { Settings } from './settings';

/** What the kernel said of every position of every stream under one mask, [streams, N]. Position 0 is not predicted. */
export interface StreamScores {
  readonly mode: Mode;
  /** Negative log-likelihood in nats. */
  readonly nll: Float32Array;
  /** Entropy of the attention in nats. */
  readonly entropy: Float32Array;
  /** Keys that each query saw. */
  readonly visits: Uint32Array;
}

/** Times of one mask over a prefix of one stream. */
export interface StreamTimes {
  readonly mode: Mode;
  readonly length: number;
  readonly times: PassTimes;
}

/** Predicts every stream under every mask. */
export async function scoreStreams(bench: Bench, buffers: StreamBuffers, settings: Settings, streams: number): Promise<readonly StreamScores[]> {
  const { arena, gpu, signal } = bench;
  const found: StreamScores[] = [];
  for (const mode of MODES) {
    await gpu.submit('clear outputs', signal, (encoder) => {
      encoder.clearBuffer(buffers.scores);
      encoder.clearBuffer(buffers.visits);
    });
    await runPasses(gpu, [await streamPass(bench, buffers, shapeOf(mode, settings), streams, settings.sequence)], signal);
    const [scores, visits] = await arena.read([buffers.scores, buffers.visits], signal);
    const pairs = new Float32Array(scores ?? new ArrayBuffer(0));
    found.push({
      mode,
      nll: pairs.filter((_, index) => index % 2 === 0),
      entropy: pairs.filter((_, index) => index % 2 === 1),
      visits: new Uint32Array(visits ?? new ArrayBuffer(0)),
    });
  }
  return found;
}

/** Times the three masks over a quarter, a half and the whole of the first stream. */
export async function timeStreams(bench: Bench, clock: GpuClock, buffers: StreamBuffers, settings: Settings): Promise<readonly StreamTimes[]> {
  const subjects = [4, 2, 1].flatMap((part) => MASKS.map((mode) => ({ mode, length: Math.floor(settings.sequence / part) })));
  const passes = [];
  for (const { mode, length } of subjects) passes.push(await streamPass(bench, buffers, shapeOf(mode, settings), 1, length));
  const times = await clock.time(passes, bench.signal);
  return subjects.flatMap((subject, index) => {
    const ofPass = times[index];
    return ofPass === undefined ? [] : [{ ...subject, times: ofPass }];
  });
}
