import type { Check } from '../../../src/core/runs/result';
import type { Breath } from '../../gpu/breath';
import { invariantCheck, numericCheck } from '../../gpu/checks';
import { worstError, type Tolerance } from '../../gpu/compare';
import { random } from '../../gpu/random';
import type { Weights } from './fit';
import { keysSeen, MODE_NAMES, shapeOf, type Mode } from './modes';
import { referenceLogits, referenceScores, referenceSink, fitResidual, type Place } from './reference';
import { RIDGES, SEEDS, STRONG_FIT, type Settings } from './settings';
import { SINK_WIDTH, type SinkHeads, type SinkResult } from './sink';
import type { StreamScores } from './stream-run';

export const STATEMENTS = {
  fit: 'Every fit is the minimum of its ridge objective: the gradient vanishes.',
  logits: 'Position logits equal the float64 sum, in units of the sum of absolute weights.',
  nll: 'Likelihoods and entropies equal the float64 reference under every mask.',
  sink: 'The sink heads equal the float64 reference under every mask.',
} as const;

/** Places checked for each mask. */
const CHECKED = 128;
const PLACE_STREAM = 9;
const LOGIT_TOLERANCE: Tolerance = { relative: 0, absolute: 2e-6 };
const SINK_TOLERANCE: Tolerance = { relative: 2e-5, absolute: 2e-6 };
/** Logits beyond this lose digits in the exponent. */
const EXPLODED = 40;
const SCORE_TOLERANCE: Tolerance = { relative: 0, absolute: 2e-3 };

/** Places drawn from the seed, the last of the first stream among them; never one before `first`. */
export function placesToCheck(length: number, seed: number, first: number): readonly Place[] {
  const draw = (index: number): number => random(seed, PLACE_STREAM, index);
  const drawn = Array.from({ length: CHECKED - 1 }, (_, index) => ({ stream: draw(2 * index) % SEEDS, position: first + (draw(2 * index + 1) % (length - first)) }));
  return [{ stream: 0, position: length - 1 }, ...drawn];
}

export function fitCheck(fits: readonly Weights[], trained: number): Check {
  const worst = fits.reduce((most, weights, fit) => Math.max(most, fitResidual(weights, RIDGES[fit] ?? NaN, trained)), 0);
  return invariantCheck('fit-stationary', STATEMENTS.fit, { value: worst, operator: '<=', threshold: 1e-6, unit: '' }, `Largest entry of the gradient over ${String(fits.length)} penalties, in float64; the kernels take the weights as they are.`);
}

/** @param values [fits, distances] from the kernel */
export function logitCheck(values: Float32Array, fits: readonly Weights[], distances: number): Check {
  const scaled = new Float64Array(values.length);
  const expected = new Float64Array(values.length);
  for (const [fit, weights] of fits.entries()) {
    const scale = weightSum(weights);
    for (const [distance, logit] of referenceLogits(weights, distances).entries()) {
      expected[fit * distances + distance] = logit / scale;
      scaled[fit * distances + distance] = (values[fit * distances + distance] ?? NaN) / scale;
    }
  }
  const worst = worstError(scaled, expected, LOGIT_TOLERANCE);
  return numericCheck('logits-exact', STATEMENTS.logits, worst, LOGIT_TOLERANCE, `λ = ${String(RIDGES[Math.floor(worst.index / distances)] ?? NaN)}, distance ${String(worst.index % distances)}`);
}

export async function scoreCheck(found: readonly StreamScores[], settings: Settings, streams: readonly Uint32Array[], fits: readonly Weights[], breath: Breath): Promise<Check> {
  const { sequence, seed, fit } = settings;
  const places = placesToCheck(sequence, seed, 1);
  const logitsOf = new Map([fit, STRONG_FIT].map((index) => [index, referenceLogits(fits[index] ?? new Float64Array(), sequence)]));
  // Weights of this size are rounded by float32 to about a millionth of their sum.
  const exploded: Tolerance = { relative: 0, absolute: Math.max(1e-2, 1e-5 * weightSum(fits[fit] ?? new Float64Array())) };
  const near = { actual: [] as number[], expected: [] as number[], where: [] as string[], tolerance: SCORE_TOLERANCE };
  const far = { actual: [] as number[], expected: [] as number[], where: [] as string[], tolerance: exploded };
  for (const { mode, nll, entropy } of found) {
    const logits = logitsOf.get(shapeOf(mode, settings).fit) ?? new Float64Array();
    const expected = await referenceScores(mode, settings, streams, logits, places, breath);
    for (const [index, { stream, position }] of places.entries()) {
      const score = expected[index];
      if (score === undefined) continue;
      const group = score.largest > EXPLODED ? far : near;
      const at = stream * sequence + position;
      group.actual.push(nll[at] ?? NaN, entropy[at] ?? NaN);
      group.expected.push(score.nll, score.entropy);
      const where = `${MODE_NAMES[mode]}, position ${String(position)} of stream ${String(stream + 1)}`;
      group.where.push(`likelihood, ${where}`, `entropy, ${where}`);
    }
  }
  const [first, second] = [near, far].map((group) => ({ group, worst: worstError(group.actual, group.expected, group.tolerance) })).sort((a, b) => b.worst.inTolerances - a.worst.inTolerances);
  const { group, worst } = first ?? second ?? { group: near, worst: worstError([], [], SCORE_TOLERANCE) };
  return numericCheck('nll-exact', STATEMENTS.nll, worst, group.tolerance, group.where[worst.index] ?? 'no position');
}

export async function sinkCheck(found: readonly SinkResult[], settings: Settings, heads: SinkHeads, breath: Breath): Promise<Check> {
  const places = placesToCheck(heads.rows, settings.seed, 0);
  const actual: number[] = [];
  const expected: number[] = [];
  for (const { mode, output } of found) {
    expected.push(...(await referenceSink(mode, settings, heads, places, breath)));
    for (const { stream, position } of places) actual.push(...output.subarray((stream * heads.rows + position) * SINK_WIDTH, (stream * heads.rows + position + 1) * SINK_WIDTH));
  }
  const worst = worstError(actual, expected, SINK_TOLERANCE);
  const { mode } = found[Math.floor(worst.index / SINK_WIDTH / places.length)] ?? { mode: 'full' as const };
  const place = places[Math.floor(worst.index / SINK_WIDTH) % places.length];
  return numericCheck('sink-exact', STATEMENTS.sink, worst, SINK_TOLERANCE, `${MODE_NAMES[mode]}, row ${String(place?.position ?? 0)} of head ${String((place?.stream ?? 0) + 1)}`);
}

/** Keys seen against their closed form, at every position of every stream and head. */
export function visitChecks(found: readonly StreamScores[], sinks: readonly SinkResult[], settings: Settings): readonly Check[] {
  const { sequence, trained, globals } = settings;
  const differing = (mode: Mode, visits: Uint32Array, length: number, keysBefore: number): number => {
    const shape = shapeOf(mode, settings);
    return visits.reduce((count, seen, index) => count + Number(seen !== keysSeen(shape, (index % length) + keysBefore)), 0);
  };
  const most = (visits: Uint32Array | undefined): number => (visits ?? new Uint32Array()).reduce((largest, seen) => Math.max(largest, seen), 0);
  const rows = (sinks[0]?.visits.length ?? 0) / SEEDS;
  const wrong =
    found.reduce((sum, { mode, visits }) => sum + differing(mode, visits, sequence, 0), 0) +
    sinks.reduce((sum, { mode, visits }) => sum + differing(mode, visits, rows, 1), 0);
  return [
    invariantCheck('visits-exact', 'Every query sees as many keys as the closed form of its mask says.', { value: wrong, operator: '==', threshold: 0, unit: 'queries' }, 'Queries with another count, over all masks, streams and sink heads.'),
    invariantCheck(
      'lambda-work',
      'Under the Λ mask no query sees more than the global tokens and the window.',
      {
        value: Math.max(most(found.find(({ mode }) => mode === 'lambda')?.visits), most(sinks.find(({ mode }) => mode === 'lambda')?.visits)),
        operator: '<=',
        threshold: globals + trained,
        unit: 'keys',
      },
      'The most that the kernels counted, streams and sink heads together.',
    ),
  ];
}

function weightSum(weights: Weights): number {
  return weights.reduce((sum, weight) => sum + Math.abs(weight), 0);
}
