import type { ParamValues } from '../../../src/core/runs/result';
import type { Cost } from '../../gpu/demo';
import { LAYOUTS } from './live-batch';
import { HEAD_WIDTH, readSettings, SEEDS } from './settings';

/** Once for the result, two warm-ups, five samples. */
const RUNS = 8;
/** Counting, placing and drawing, and what clears and reads around them. */
const OTHER_DISPATCHES = 40;
/** Integer operations on one document: its digits are read twice. */
const PER_DIGIT = 8;

/** Bounds: a document mask may leave all pairs of a chunk, and so may the pieces. */
export function costOf(params: ParamValues): Cost {
  const { documents, minLog2, maxLog2, live } = readSettings(params);
  const replicas = SEEDS + 1;
  const digits = maxLog2 - minLog2 + 1;
  const pairs = (live.tokens * (2 ** live.maxLog2 + 1)) / 2;
  const pieceBytes = 8 * replicas * documents * digits;
  return {
    flops: RUNS * LAYOUTS.length * pairs * 4 * HEAD_WIDTH + PER_DIGIT * replicas * documents * digits,
    dispatches: RUNS * (LAYOUTS.length - 1 + digits) + OTHER_DISPATCHES,
    peakBytes: pieceBytes + 8 * replicas * documents + 4 * live.tokens * (4 * HEAD_WIDTH + 4),
    largestBufferBytes: pieceBytes,
  };
}
