import { TRIVIAL, type Artifact } from './artifacts';
import type { Truth } from './corpus';

/** The three measures, in the order of `best`. */
export const MEASURES = ['edit', 'indel', 'embedding'] as const;
export type Measure = (typeof MEASURES)[number];
export const MEASURE_NAMES: Readonly<Record<Measure, string>> = { edit: 'edit similarity', indel: 'indel ratio', embedding: 'embedding' };

/** The threshold that is customary for near-duplicates by edit similarity. */
export const CUSTOMARY = 0.9;

/** Best matches of every generation beside the truth. */
export interface Scores {
  readonly truths: readonly Truth[];
  readonly seeds: number;
  /** [seeds × generations, 3] */
  readonly best: ArrayLike<number>;
}

/** The scores of one seed's generations whose truth is wanted. */
export function scoresWhere({ truths, best }: Scores, seed: number, measure: Measure, wanted: (truth: Truth) => boolean): readonly number[] {
  return truths.flatMap((truth, index) => (wanted(truth) ? [best[3 * (seed * truths.length + index) + MEASURES.indexOf(measure)] ?? NaN] : []));
}

/** The least threshold above which none of the calibration texts lies. */
export function calibrated(scores: Scores, seed: number, measure: Measure): number {
  return Math.max(...scoresWhere(scores, seed, measure, ({ kind }) => kind === 'calibration'));
}

/** Share of scores above a threshold. */
export function shareAbove(scores: readonly number[], threshold: number): number {
  return scores.filter((score) => score > threshold).length / scores.length;
}

/** Copies by trivial artifacts at one intensity. */
export function isTrivialCopy(level: number): (truth: Truth) => boolean {
  return (truth) => truth.kind === 'copy' && truth.level === level && TRIVIAL.includes(truth.artifact);
}

export function isCopyBy(artifact: Artifact, level: number): (truth: Truth) => boolean {
  return (truth) => truth.kind === 'copy' && truth.level === level && truth.artifact === artifact;
}

/** Recall of the wanted copies for each seed, at the calibrated threshold or a fixed one. */
export function recalls(scores: Scores, measure: Measure, wanted: (truth: Truth) => boolean, threshold?: number): readonly number[] {
  return Array.from({ length: scores.seeds }, (_, seed) => shareAbove(scoresWhere(scores, seed, measure, wanted), threshold ?? calibrated(scores, seed, measure)));
}

/** Rates of false and of true positives as the threshold falls, over all seeds. */
export function rocOf(scores: Scores, measure: Measure, level: number): { readonly falseRates: readonly number[]; readonly trueRates: readonly number[] } {
  const all = (wanted: (truth: Truth) => boolean): readonly number[] => Array.from({ length: scores.seeds }, (_, seed) => scoresWhere(scores, seed, measure, wanted)).flat();
  const [copies, fresh] = [all(isTrivialCopy(level)), all(({ kind }) => kind === 'fresh')];
  const thresholds = [Infinity, ...[...fresh].sort((a, b) => b - a), -Infinity];
  return { falseRates: thresholds.map((threshold) => shareAbove(fresh, threshold)), trueRates: thresholds.map((threshold) => shareAbove(copies, threshold)) };
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
