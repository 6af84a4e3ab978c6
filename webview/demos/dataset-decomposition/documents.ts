import { gauss12, uniform } from '../../gpu/random';
import { SEEDS, type Settings } from './settings';

const SHORTEST_DOCUMENT = 16;
const LONGEST_DOCUMENT = 16_384;
const TAIL_INDEX = 1.2;
const LENGTH_STREAM = 4;

/** Lengths of the documents of each data set: one a seed, and last the control, in which every document fills a chunk. */
export function documentLengths(settings: Settings): readonly Uint32Array<ArrayBuffer>[] {
  const drawn = Array.from({ length: SEEDS }, (_, replica) =>
    Uint32Array.from({ length: settings.documents }, (_unused, doc) => clip(lengthAt(settings, settings.seed + replica, doc))),
  );
  return [...drawn, new Uint32Array(settings.documents).fill(2 ** settings.maxLog2)];
}

/** The first documents of a data set, scaled down to the measured batch: enough for its tokens even where remainders are dropped. */
export function liveDocuments(lengths: Uint32Array, { maxLog2, live }: Settings): Uint32Array<ArrayBuffer> {
  const shortest = 2 ** live.minLog2;
  const scaled: number[] = [];
  let kept = 0;
  for (const length of lengths) {
    if (kept >= live.tokens + 2 ** live.maxLog2) break;
    const small = Math.max(1, Math.round(length * 2 ** (live.maxLog2 - maxLog2)));
    scaled.push(small);
    kept += small - (small % shortest);
  }
  return Uint32Array.from(scaled);
}

function lengthAt({ distribution, logMiddle, logSpread }: Settings, seed: number, doc: number): number {
  const middle = Math.exp(logMiddle);
  switch (distribution) {
    case 'uniform':
      return SHORTEST_DOCUMENT + uniform(seed, LENGTH_STREAM, doc) * 2 * (middle - SHORTEST_DOCUMENT);
    case 'pareto':
      return middle * (2 * (1 - uniform(seed, LENGTH_STREAM, doc))) ** (-1 / TAIL_INDEX);
    default:
      return middle * Math.exp(logSpread * gauss12(seed, LENGTH_STREAM, doc));
  }
}

function clip(length: number): number {
  return Math.min(LONGEST_DOCUMENT, Math.max(SHORTEST_DOCUMENT, Math.round(length)));
}
