import type { ParamValues } from '../../../src/core/runs/result';
import type { Cost } from '../../gpu/demo';
import { FREQUENCIES } from './fit';
import { MASKS, MODES, shapeOf, type Mode } from './modes';
import { readSettings, RIDGES, SEEDS } from './settings';
import { SINK_WIDTH } from './sink';

/** Operations for one key of a stream: mostly the exponential. */
const FLOPS_PER_KEY = 20;
/** Two warm-ups and five samples, over a whole, a half and a quarter of one stream. */
const TIMED_RUNS = 7;
const TIMED_LENGTHS = [1, 0.5, 0.25];
const OTHER_DISPATCHES = 60;

export function costOf(params: ParamValues): Cost {
  const settings = readSettings(params);
  const { sequence, trained } = settings;
  const keys = (mode: Mode, length: number): number => {
    const { globals, window } = shapeOf(mode, settings);
    return window >= length ? (length * length) / 2 : length * (globals + window);
  };
  const total = (modes: readonly Mode[], length: number): number => modes.reduce((sum, mode) => sum + keys(mode, length), 0);
  const timed = TIMED_LENGTHS.reduce((sum, part) => sum + total(MASKS, part * sequence), 0);
  const sinkRows = 4 * trained;
  const logits = RIDGES.length * sequence * 4 * FREQUENCIES.length;
  return {
    flops: FLOPS_PER_KEY * (SEEDS * total(MODES, sequence) + TIMED_RUNS * timed) + SEEDS * sinkRows * sinkRows * 4 * SINK_WIDTH + logits,
    dispatches: TIMED_RUNS * TIMED_LENGTHS.length * MASKS.length + MODES.length + OTHER_DISPATCHES,
    peakBytes: 4 * (2 * FREQUENCIES.length * sequence + RIDGES.length * sequence + SEEDS * sequence * 4 + 4 * SEEDS * sinkRows * SINK_WIDTH),
    largestBufferBytes: 8 * FREQUENCIES.length * sequence,
  };
}
