import type { Check, Metric } from '../../../src/core/runs/result';
import { claimCheck, type Circumstances, type Evidence } from '../../gpu/checks';
import type { Claim } from '../../gpu/demo';
import { median } from '../../gpu/timing';
import { CONTROL_CROSS_CLAIM, CONTROL_CURRICULUM_CLAIM, CONTROL_PAIRS_CLAIM, CURRICULUM_CLAIM, PAIRS_CLAIM, TIME_CLAIM } from './claims';
import type { Policy, Training } from './curriculum';
import { LAYOUT_NAMES } from './live-batch';
import type { LiveResult } from './live-run';
import { countedPairs } from './result-checks';
import type { Settings } from './settings';
import { flopsPerToken, mean, quarterRatio, type AttentionCost } from './statistics';

type Drawn = readonly { readonly training: Training; readonly picks: readonly number[] }[];

/** @param costs of the drawn data sets and, last, of the control */
export function countClaims(costs: readonly AttentionCost[], trainings: Drawn, settings: Settings, circumstances: Circumstances): readonly Check[] {
  const decide = (claim: Claim, evidence: Evidence): Check => claimCheck(claim, evidence, circumstances);
  const drawn = costs.slice(0, -1);
  const control = costs.at(-1);
  const ratios = drawn.map(({ concatenated, decomposed }) => concatenated / decomposed);
  return [
    decide(PAIRS_CLAIM, spread(ratios, 'times as many', mean(ratios))),
    decide(CONTROL_PAIRS_CLAIM, orMissing((control?.concatenated ?? NaN) / (control?.decomposed ?? NaN), '', 'Of the data set in which every document has C tokens.')),
    decide(CONTROL_CROSS_CLAIM, orMissing(control?.crossShare ?? NaN, 'of the pairs', 'Of the data set in which every document has C tokens.')),
    decide(CURRICULUM_CLAIM, quarters(trainings, settings, 'short-first', (ratio) => ratio)),
    decide(CONTROL_CURRICULUM_CLAIM, quarters(trainings, settings, 'equal', (ratio) => Math.abs(ratio - 1))),
  ];
}

export function timeClaim(results: readonly LiveResult[], circumstances: Circumstances): Check {
  const { times, pairs } = liveRatios(results);
  const detail = `Concat-and-chunk over decomposed, per token: ${times.toFixed(2)} times the kernel time (medians), ${pairs.toFixed(2)} times the pairs.`;
  return claimCheck(TIME_CLAIM, orMissing(Math.abs(times / pairs - 1), 'of the ratio of pairs', detail), circumstances);
}

export function countMetrics(costs: readonly AttentionCost[], { modelWidth, maxLog2 }: Settings): Readonly<Record<string, Metric>> {
  const drawn = costs.slice(0, -1);
  const over = (of: (cost: AttentionCost) => number): number => mean(drawn.map(of));
  const quarterPairs = (2 ** maxLog2 / 4 + 1) / 2;
  const metric = (value: number, unit: string, meaning: string): readonly Metric[] => (Number.isFinite(value) ? [{ value, unit, meaning }] : []);
  const all = {
    pairsConcatenated: metric(over(({ concatenated }) => concatenated), 'pairs', 'Attention pairs a token, concat-and-chunk'),
    pairsDocumentMask: metric(over(({ documentMask }) => documentMask), 'pairs', 'Attention pairs a token, chunks with a document mask, mean of the data sets'),
    pairsDecomposed: metric(over(({ decomposed }) => decomposed), 'pairs', 'Attention pairs a token, decomposed, mean of the data sets'),
    pairRatio: metric(over(({ concatenated, decomposed }) => concatenated / decomposed), '', 'Pairs of concat-and-chunk over those of the decomposed documents'),
    crossShare: metric(over(({ crossShare }) => crossShare), '', 'Share of the pairs in concatenated chunks that join two documents'),
    droppedShare: metric(over(({ droppedShare }) => droppedShare), '', 'Share of the tokens that decomposing drops'),
    documentsPerChunk: metric(over(({ documentsPerChunk }) => documentsPerChunk), 'documents', 'Documents in a chunk'),
    costRatio: metric(
      over(({ concatenated, decomposed }) => flopsPerToken(modelWidth, concatenated) / flopsPerToken(modelWidth, decomposed)),
      '',
      'Estimated cost of the whole training, concat-and-chunk over decomposed',
    ),
    costAgainstQuarter: metric(
      over(({ decomposed }) => flopsPerToken(modelWidth, decomposed) / flopsPerToken(modelWidth, quarterPairs)),
      '',
      'Estimated cost of the whole training, decomposed with C over concat-and-chunk with C / 4',
    ),
  };
  return Object.fromEntries(Object.entries(all).flatMap(([name, found]) => found.map((one) => [name, one])));
}

/** @param results of concatenated chunks first and of the decomposed batch last */
export function liveMetrics(results: readonly LiveResult[]): Readonly<Record<string, Metric>> {
  return Object.fromEntries(
    results.flatMap(({ batch, times }) => {
      const value = (1000 * median(times.samplesMs)) / batch.tokens;
      return Number.isFinite(value) ? [[`time-${batch.layout}`, { value, unit: 'ms', meaning: `Attention over 1000 tokens, ${LAYOUT_NAMES[batch.layout]}` }]] : [];
    }),
  );
}

function liveRatios(results: readonly LiveResult[]): { readonly times: number; readonly pairs: number } {
  const [first, last] = [results[0], results.at(-1)];
  const perToken = (of: (result: LiveResult) => number): number =>
    first === undefined || last === undefined ? NaN : of(first) / first.batch.tokens / (of(last) / last.batch.tokens);
  return { times: perToken(({ times }) => median(times.samplesMs)), pairs: perToken(countedPairs) };
}

function quarters(trainings: Drawn, settings: Settings, policy: Policy, of: (ratio: number) => number): Evidence {
  const ratios = trainings.filter(({ training }) => training.policy === policy).map(({ picks }) => quarterRatio(picks, settings));
  const detail = `Ratio of the mean lengths, over ${String(ratios.length)} trainings: mean ${mean(ratios).toFixed(3)}, least ${Math.min(...ratios).toFixed(3)}, most ${Math.max(...ratios).toFixed(3)}.`;
  return orMissing(of(mean(ratios)), '', detail);
}

function spread(values: readonly number[], unit: string, value: number): Evidence {
  return orMissing(value, unit, `By data set: ${values.map((one) => one.toFixed(3)).join(', ')}.`);
}

function orMissing(value: number, unit: string, detail: string): Evidence {
  return Number.isFinite(value) ? { value, unit, detail } : { missing: 'Not evaluated: with these documents there are too few pieces, chunks or steps.' };
}
