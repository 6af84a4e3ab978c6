import type { Check } from '../../../src/core/runs/result';
import { invariantCheck, numericCheck } from '../../gpu/checks';
import { worstError, type Tolerance } from '../../gpu/compare';
import { pairsOf } from './attention-reference';
import type { DataSet } from './data-set';
import { LAYOUT_NAMES, type Layout } from './live-batch';
import type { LiveResult } from './live-run';
import { HEAD_WIDTH, pieceLengths, type Buckets } from './settings';

export const TOLERANCE: Tolerance = { relative: 2e-5, absolute: 2e-6 };

/** What is compared integer by integer, over all data sets. */
const INTEGERS: readonly { readonly id: string; readonly statement: string; readonly of: (dataSet: DataSet) => ArrayLike<number> }[] = [
  { id: 'buckets-exact', statement: 'The pieces in every bucket are as many as the reference counts.', of: ({ pieceCounts, tokens }: DataSet) => [...pieceCounts, tokens] },
  { id: 'pieces-exact', statement: 'Every piece begins where the reference cuts it, at the same place in its bucket.', of: ({ pieces }: DataSet) => pieces },
  { id: 'chunks-exact', statement: 'Documents and useful pairs of every chunk are as the reference counts them.', of: ({ chunks }: DataSet) => chunks },
];
export const INTEGER_CHECKS: readonly { readonly id: string; readonly statement: string }[] = INTEGERS;

export const LIVE_STATEMENTS: Readonly<Record<Layout, string>> = {
  concatenated: 'Attention over concatenated chunks equals the float64 reference.',
  'document-mask': 'Attention over chunks with a document mask equals the float64 reference.',
  decomposed: 'Attention over the decomposed batch equals the float64 reference.',
};

export function integerChecks(actual: readonly DataSet[], expected: readonly DataSet[]): readonly Check[] {
  return INTEGERS.map(({ id, statement, of }) => equalityCheck(id, statement, actual.map(of), expected.map(of)));
}

/** Counts the integers that differ; missing and surplus ones do. */
export function equalityCheck(id: string, statement: string, actual: readonly ArrayLike<number>[], expected: readonly ArrayLike<number>[]): Check {
  let differing = 0;
  let compared = 0;
  for (const [index, wanted] of expected.entries()) {
    const found = actual[index] ?? [];
    for (let at = 0; at < Math.max(found.length, wanted.length); at += 1) {
      compared += 1;
      if (found[at] !== wanted[at]) differing += 1;
    }
  }
  return invariantCheck(id, statement, { value: differing, operator: '==', threshold: 0, unit: 'differing integers' }, `${String(compared)} integers compared one by one.`);
}

export const CURRICULUM_STATEMENT = 'Every training draws its buckets in the order that the reference draws them.';
const COVER_STATEMENT = 'Pieces and dropped remainder make up every document, and the remainder is shorter than the shortest piece.';

/** From what the kernels placed alone: documents whose pieces do not follow each other, or leave too much. */
export function coverCheck(dataSets: readonly DataSet[], lengths: readonly Uint32Array[], buckets: Buckets): Check {
  const sizes = pieceLengths(buckets);
  let wrong = 0;
  for (const [replica, { pieceCounts, pieces }] of dataSets.entries()) {
    const covered = new Float64Array(lengths[replica]?.length ?? 0);
    const furthest = new Float64Array(covered.length);
    let place = 0;
    for (const [bucket, count] of pieceCounts.entries()) {
      for (let piece = 0; piece < count; piece += 1, place += 1) {
        const doc = pieces[2 * place] ?? NaN;
        const token = pieces[2 * place + 1] ?? NaN;
        const size = sizes[bucket] ?? NaN;
        covered[doc] = (covered[doc] ?? NaN) + size;
        furthest[doc] = Math.max(furthest[doc] ?? NaN, token + size);
      }
    }
    for (const [doc, kept] of covered.entries()) {
      const dropped = (lengths[replica]?.[doc] ?? NaN) - kept;
      if (!(dropped >= 0 && dropped < 2 ** buckets.minLog2 && furthest[doc] === kept)) wrong += 1;
    }
  }
  return invariantCheck('tokens-kept', COVER_STATEMENT, { value: wrong, operator: '==', threshold: 0, unit: 'documents' }, 'Documents for which it does not hold, over all data sets, from the places that the kernels wrote.');
}

export function liveCheck({ batch, output }: LiveResult, tokens: readonly number[], expected: Float64Array): Check {
  const picked = Float32Array.from(tokens.flatMap((token) => Array.from(output.subarray(token * HEAD_WIDTH, (token + 1) * HEAD_WIDTH))));
  const worst = worstError(picked, expected, TOLERANCE);
  const where = `token ${String(tokens[Math.floor(worst.index / HEAD_WIDTH)] ?? 0)}, column ${String(worst.index % HEAD_WIDTH)} of ${String(tokens.length)} tokens checked`;
  return numericCheck(`attention-${batch.layout}`, LIVE_STATEMENTS[batch.layout], worst, TOLERANCE, where);
}

/** The pairs that the kernel counted while it ran. */
export function countedPairs({ visits }: LiveResult): number {
  return visits.reduce((sum, seen) => sum + seen, 0);
}

export function pairsCheck(result: LiveResult): Check {
  const { layout } = result.batch;
  return invariantCheck(
    `pairs-${layout}`,
    `The kernel visits exactly the pairs that the layout has: ${LAYOUT_NAMES[layout]}.`,
    { value: countedPairs(result), operator: '==', threshold: pairsOf(result.batch), unit: 'pairs' },
    'Counted by the kernel, row by row, in the run whose result is checked.',
  );
}
