import type { Check } from '../../../src/core/runs/result';
import type { Breath } from '../../gpu/breath';
import { invariantCheck, numericCheck } from '../../gpu/checks';
import { worstError, type Tolerance } from '../../gpu/compare';
import { BINS, makeVerifier, PROBLEMS, tokensOf, TYPES } from './problems';
import { bestDistribution, evaluate } from './reference';
import { decodeRollout, type Replay } from './replay';
import type { Settings } from './settings';
import { TRACED_STEPS, type Trace } from './trace';

export const WEIGHTS: Tolerance = { relative: 1e-4, absolute: 1e-5 };
export const LOGITS: Tolerance = { relative: 0, absolute: 1e-3 };
export const OPTIMUM: Tolerance = { relative: 0, absolute: 1e-5 };
export const EVALUATION: Tolerance = { relative: 1e-5, absolute: 1e-6 };
/** Share of answers that may differ from the reference's own: float32 decides otherwise at the edge of two lengths. */
const DIFFERING = 0.005;

export const STATEMENTS = {
  'rollouts-exact': `At least 99.5 % of the answers drawn in the first ${String(TRACED_STEPS)} steps are the float64 reference’s own, length and verdict.`,
  'signals-exact': 'The weights of these answers equal the float64 reference, for every rule and strength.',
  'logits-exact': `After ${String(TRACED_STEPS)} steps the logits of one replica of every arm equal the float64 reference.`,
  'weights-optimal': 'DRPO’s weights of correct answers maximise the length reward less Λ times the divergence from uniform: they equal what gradient ascent finds in float64.',
  'evaluation-exact': 'Expected accuracy and length of every trained policy equal the float64 expectation.',
} as const;

/** Everything that compares the traced steps with the reference. */
export function traceChecks(trace: Trace, replay: Replay): readonly Check[] {
  const weights = trace.steps.flatMap((step) => [...step.weights]);
  const worst = worstError(weights, replay.weights, WEIGHTS);
  const logits = worstError(trace.logits, replay.logits, LOGITS);
  const miscounts = replay.counts.reduce((sum, count, index) => sum + Math.abs(count - (trace.counts[index] ?? NaN)), 0);
  const armAt = (index: number, perArm: number): string => trace.settings.arms[Math.floor(index / perArm)]?.name ?? '';
  const perStep = trace.settings.arms.length * PROBLEMS * trace.settings.group;
  return [
    {
      ...invariantCheck(
        'rollouts-exact',
        STATEMENTS['rollouts-exact'],
        { value: replay.differing / replay.drawn / DIFFERING, operator: '<=', threshold: 1, unit: 'tolerances' },
        `Tolerance: a share of ${String(DIFFERING)}. ${String(replay.differing)} of ${String(replay.drawn)} answers differ.`,
      ),
      kind: 'numeric',
    },
    numericCheck(
      'signals-exact',
      STATEMENTS['signals-exact'],
      worst,
      WEIGHTS,
      `step ${String(Math.floor(worst.index / perStep))}, ${armAt(worst.index % perStep, PROBLEMS * trace.settings.group)}`,
    ),
    numericCheck('logits-exact', STATEMENTS['logits-exact'], logits, LOGITS, `${armAt(logits.index, TYPES * BINS)}, bin ${String(logits.index % BINS)}`),
    invariantCheck(
      'census-exact',
      'The census counts exactly the correct answers, and among them those with a negative weight.',
      { value: miscounts, operator: '==', threshold: 0, unit: 'answers' },
      `Counted again on the CPU from the weights read back in ${String(TRACED_STEPS)} steps; weights within 0.00002 of zero are ties.`,
    ),
  ];
}

/** DRPO's closed form against an optimiser that does not know it, on the groups of the first step. */
export async function optimumCheck({ settings, steps }: Trace, breath: Breath): Promise<Check> {
  const { arms, group } = settings;
  const [first] = steps;
  const actual: number[] = [];
  const expected: number[] = [];
  for (const [replica, { rule, strength }] of arms.entries()) {
    if (rule !== 'drpo' || strength === 0 || first === undefined) continue;
    await breath.take();
    for (let problem = 0; problem < PROBLEMS; problem += 1) {
      const at = (replica * PROBLEMS + problem) * group;
      const answers = Array.from(first.rollouts.subarray(at, at + group), decodeRollout);
      const correct = answers.flatMap(({ bin, correct: right }, index) => (right ? [{ bin, index }] : []));
      if (correct.length === 0 || correct.length === group) continue;
      actual.push(...correct.map(({ index }) => first.weights[at + index] ?? NaN));
      expected.push(...bestDistribution(correct.map(({ bin }) => tokensOf(bin)), 1 / strength));
    }
  }
  const worst = worstError(actual, expected, OPTIMUM);
  return numericCheck('weights-optimal', STATEMENTS['weights-optimal'], worst, OPTIMUM, `answer ${String(worst.index)} of ${String(actual.length)} correct ones in the first step`);
}

/** The last point of the curve against the expectation of the logits read back. */
export function evaluationCheck(settings: Settings, logits: Float32Array, lastPoint: Float32Array): Check {
  const verifier = makeVerifier(settings.seed, settings.seeds);
  const replicas = settings.arms.length * settings.seeds;
  const expected = Array.from({ length: replicas }, (_, replica) => {
    const chances = verifier.subarray((replica % settings.seeds) * PROBLEMS * BINS, ((replica % settings.seeds) + 1) * PROBLEMS * BINS);
    const { accuracy, tokens } = evaluate(logits.subarray(replica * TYPES * BINS, (replica + 1) * TYPES * BINS), chances);
    return [accuracy, tokens];
  }).flat();
  const worst = worstError(lastPoint, expected, EVALUATION);
  const where = `${worst.index % 2 === 0 ? 'accuracy' : 'length'} of replica ${String(Math.floor(worst.index / 2))}`;
  return numericCheck('evaluation-exact', STATEMENTS['evaluation-exact'], worst, EVALUATION, where);
}
