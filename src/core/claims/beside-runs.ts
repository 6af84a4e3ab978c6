import type { TextRange } from '../anchors/text-target';
import type { DemoEntry } from '../catalog/catalog';
import type { DemoMeasure } from '../catalog/measure';
import type { RunRecord } from '../runs/record';
import type { KnownClaim } from './corrections';
import { measuredFor, type Measured } from './measured';

/** What stands beside a claim: what was measured of it, or why the demo does not measure it. */
export type Beside =
  | { readonly demo: DemoEntry; readonly measure: DemoMeasure; readonly measured: Measured }
  | { readonly demo: DemoEntry; readonly why: string };

export interface ClaimBeside {
  readonly claim: KnownClaim;
  readonly beside?: Beside;
}

/** Something that a paper says without a number, and what a demo measures of it. */
export interface StatementBeside {
  readonly range: TextRange;
  readonly beside: Beside;
}

/**
 * The claims of an abstract with what the demos of its paper say of them.
 *
 * @param runs newest first
 */
export function besideRuns(
  abstract: string,
  claims: readonly KnownClaim[],
  demos: readonly DemoEntry[],
  runs: readonly RunRecord[],
): { readonly claims: readonly ClaimBeside[]; readonly statements: readonly StatementBeside[] } {
  const placed = demos.flatMap((demo) => [
    ...demo.measures.map((measure) => ({ range: placeOf(abstract, measure.quote), beside: { demo, measure, measured: measuredFor(measure, demo.slug, runs) } })),
    ...demo.leaves.map(({ quote, why }) => ({ range: placeOf(abstract, quote), beside: { demo, why } })),
  ]);
  const used = new Set<Beside>();
  const withBeside = claims.map((claim): ClaimBeside => {
    const found = placed.find(({ range, beside }) => range && overlaps(range, claim.range) && !used.has(beside));
    if (!found) {
      return { claim };
    }
    used.add(found.beside);
    return { claim, beside: found.beside };
  });
  const statements = placed.flatMap(({ range, beside }) => (range && 'measure' in beside && !used.has(beside) ? [{ range, beside }] : []));
  return { claims: withBeside, statements };
}

/** Where words stand that stand there once. In an abstract with other words nothing is put beside anything. */
function placeOf(abstract: string, quote: string): TextRange | undefined {
  const start = abstract.indexOf(quote);
  return start === -1 || abstract.includes(quote, start + 1) ? undefined : { start, end: start + quote.length };
}

function overlaps(one: TextRange, other: TextRange): boolean {
  return one.start < other.end && other.start < one.end;
}
