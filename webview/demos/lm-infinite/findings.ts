import type { Check, Metric } from '../../../src/core/runs/result';
import { claimCheck, type Circumstances, type Evidence } from '../../gpu/checks';
import { median } from '../../gpu/timing';
import { CONTROL_EXPLOSION_CLAIM, CONTROL_FULL_CLAIM, CONTROL_LAMBDA_CLAIM, EXPLOSION_CLAIM, FULL_CLAIM, LAMBDA_CLAIM, SINK_CLAIM } from './claims';
import type { Mode } from './modes';
import { RIDGES, SEEDS, STRONG_FIT, type Settings } from './settings';
import { sinkError, type SinkHeads, type SinkResult } from './sink';
import { blockMean, extremes, inRange, lateHalf, mean, type Block } from './statistics';
import type { StreamScores, StreamTimes } from './stream-run';

/** The position logits of every fit. */
export interface Fitted {
  readonly settings: Settings;
  /** [fits, N] */
  readonly logits: Float32Array;
}

/** What a run measured, as the claims, the metrics and the charts read it. */
export interface Findings extends Fitted {
  readonly scores: readonly StreamScores[];
  /** Likelihood of the source itself, [streams, N]. */
  readonly oracle: Float64Array;
  readonly heads: SinkHeads;
  readonly sinks: readonly SinkResult[];
  readonly times: readonly StreamTimes[];
}

export function logitsOf({ logits, settings }: Fitted, fit: number): Float32Array {
  return logits.subarray(fit * settings.sequence, (fit + 1) * settings.sequence);
}

/** Likelihood of each stream under a mask over a block, less that of the source where `overOracle`. */
export function lossOf({ scores, oracle, settings }: Findings, mode: Mode, block: Block, overOracle: boolean): readonly number[] {
  const nll = scores.find((one) => one.mode === mode)?.nll ?? new Float32Array();
  return Array.from({ length: SEEDS }, (_, stream) => {
    const loss = blockMean(nll, settings.sequence, stream, block);
    return overOracle ? loss - blockMean(oracle, settings.sequence, stream, block) : loss;
  });
}

/** Error of each sink head beyond the trained length. */
export function sinkErrors({ sinks, heads, settings }: Findings, mode: Mode, looking: boolean): readonly number[] {
  const result = sinks.find((one) => one.mode === mode);
  return Array.from({ length: SEEDS }, (_, head) => (result === undefined ? NaN : sinkError(result, heads, settings.trained, head, looking)));
}

export function claimChecks(findings: Findings, circumstances: Circumstances): readonly Check[] {
  const { settings } = findings;
  const late = lateHalf(settings);
  const explosion = (fit: number): Evidence => {
    const { inside, outside } = extremes(logitsOf(findings, fit), settings);
    return { value: outside / inside, unit: 'times as large', detail: `λ = ${String(RIDGES[fit] ?? NaN)}: largest |s| ${inside.toFixed(2)} below L, ${outside.toFixed(2)} from L to 8 L. The fit is deterministic.` };
  };
  const lambdaLate = lossOf(findings, 'lambda', late, true);
  const within = lossOf(findings, 'lambda', inRange(settings), true);
  const uncapped = lossOf(findings, 'uncapped', late, true);
  const [windowErrors, lambdaErrors] = [sinkErrors(findings, 'window', false), sinkErrors(findings, 'lambda', false)];
  return [
    claimCheck(EXPLOSION_CLAIM, explosion(settings.fit), circumstances),
    claimCheck(CONTROL_EXPLOSION_CLAIM, explosion(STRONG_FIT), circumstances),
    claimCheck(FULL_CLAIM, overSeeds(lossOf(findings, 'full', late, false), 'nats'), circumstances),
    claimCheck(CONTROL_FULL_CLAIM, overSeeds(lossOf(findings, 'strong', late, false), 'nats'), circumstances),
    claimCheck(LAMBDA_CLAIM, overSeeds(difference(lambdaLate, within), 'nats'), circumstances),
    claimCheck(CONTROL_LAMBDA_CLAIM, settings.globals === 0 ? { missing: 'Not evaluated: without global tokens no key lies beyond the limit.' } : overSeeds(difference(uncapped, lambdaLate), 'nats'), circumstances),
    claimCheck(SINK_CLAIM, overSeeds(windowErrors.map((error, head) => error / (lambdaErrors[head] ?? NaN)), 'times the error'), circumstances),
  ];
}

export function metricsOf(findings: Findings): Readonly<Record<string, Metric>> {
  const { settings, scores, times } = findings;
  const late = lateHalf(settings);
  const { inside, outside } = extremes(logitsOf(findings, settings.fit), settings);
  const nats = (values: readonly number[], meaning: string): Metric => ({ value: mean(values), unit: 'nats', meaning });
  const lambdaVisits = scores.find(({ mode }) => mode === 'lambda')?.visits ?? new Uint32Array();
  const perSecond = (mode: Mode, meaning: string): readonly (readonly [string, Metric])[] =>
    times
      .filter((one) => one.mode === mode && one.length === settings.sequence)
      .map(({ length, times: { samplesMs } }) => [`rate-${mode}`, { value: (1000 * length) / median(samplesMs), unit: 'tokens/s', meaning }]);
  return {
    logitInside: { value: inside, unit: '', meaning: 'Largest position logit at distances below L' },
    logitOutside: { value: outside, unit: '', meaning: 'Largest position logit from L to 8 L' },
    lossInRange: nats(lossOf(findings, 'lambda', inRange(settings), true), 'Loss over the source’s own entropy within L'),
    lossFull: nats(lossOf(findings, 'full', late, true), 'The same in the late half, full attention'),
    lossWindow: nats(lossOf(findings, 'window', late, true), 'The same in the late half, window'),
    lossLambda: nats(lossOf(findings, 'lambda', late, true), 'The same in the late half, Λ mask and distance limit'),
    sinkWindow: { value: mean(sinkErrors(findings, 'window', false)), unit: '', meaning: 'Error of the silent sink head beyond L, window' },
    sinkLambda: { value: mean(sinkErrors(findings, 'lambda', false)), unit: '', meaning: 'Error of the silent sink head beyond L, Λ mask' },
    keysPerToken: { value: lambdaVisits.reduce((most, seen) => Math.max(most, seen), 0), unit: 'keys', meaning: 'Most keys that one token attends to under the Λ mask, however long the stream' },
    ...Object.fromEntries([...perSecond('full', 'Tokens of one stream scored in a second, full attention'), ...perSecond('lambda', 'Tokens of one stream scored in a second, Λ mask')]),
  };
}

function difference(values: readonly number[], others: readonly number[]): readonly number[] {
  return values.map((value, index) => value - (others[index] ?? NaN));
}

function overSeeds(values: readonly number[], unit: string): Evidence {
  return { value: mean(values), unit, detail: `Seed by seed: ${values.map((value) => value.toFixed(3)).join(', ')}.` };
}
