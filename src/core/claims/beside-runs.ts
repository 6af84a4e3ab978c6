import type { TextRange } from '../anchors/text-target';
import type { DemoEntry, DemoSlug } from '../catalog/catalog';
import type { DemoStatements } from '../catalog/measure';
import type { RunRecord } from '../runs/record';
import type { KnownClaim } from './corrections';
import { measuredFor, type Measured } from './measured';

/** What stands beside a statement of a paper: what was measured of it, or why the demo does not measure it. */
export type Beside =
  | {
      readonly kind: 'measured';
      readonly demo: DemoSlug;
      readonly title: string;
      /** `part`: only a part of what the paper states. */
      readonly scope: 'whole' | 'part';
      readonly note: string;
      readonly measured: Measured;
    }
  | { readonly kind: 'left'; readonly why: string };

/** The words of an abstract that something stands beside. */
export interface QuoteBeside {
  readonly quote: string;
  readonly beside: Beside;
}

export interface ClaimBeside {
  readonly claim: KnownClaim;
  readonly beside?: Beside;
}

/** Something that a paper says without a number, and what a demo measures of it. */
export interface StatementBeside extends QuoteBeside {
  readonly range: TextRange;
}

/**
 * What some demos and their runs say of their papers' statements.
 *
 * @param statements of the demos, by slug
 * @param runs newest first
 */
export function besidesOf(demos: readonly DemoEntry[], statements: Readonly<Record<DemoSlug, DemoStatements>>, runs: readonly RunRecord[]): readonly QuoteBeside[] {
  return demos.flatMap(({ slug: demo, title }) => {
    const { measures, leaves } = statements[demo] ?? { measures: [], leaves: [] };
    return [
      ...measures.map((measure): QuoteBeside => {
        const { quote, scope, note } = measure;
        return { quote, beside: { kind: 'measured', demo, title, scope, note, measured: measuredFor(measure, demo, runs) } };
      }),
      ...leaves.map(({ quote, why }): QuoteBeside => ({ quote, beside: { kind: 'left', why } })),
    ];
  });
}

/** Puts each beside the claim that its words hold. In an abstract with other words nothing is put beside anything. */
export function placeBesides(
  abstract: string,
  claims: readonly KnownClaim[],
  besides: readonly QuoteBeside[],
): { readonly claims: readonly ClaimBeside[]; readonly statements: readonly StatementBeside[] } {
  const placed = besides.flatMap(({ quote, beside }) => {
    const range = placeOf(abstract, quote);
    return range ? [{ quote, beside, range }] : [];
  });
  const used = new Set<StatementBeside>();
  const withBeside = claims.map((claim): ClaimBeside => {
    const found = placed.find((one) => overlaps(one.range, claim.range) && !used.has(one));
    if (!found) {
      return { claim };
    }
    used.add(found);
    return { claim, beside: found.beside };
  });
  return { claims: withBeside, statements: placed.filter((one) => one.beside.kind === 'measured' && !used.has(one)) };
}

/** Where words stand that stand there once. */
function placeOf(abstract: string, quote: string): TextRange | undefined {
  const start = abstract.indexOf(quote);
  return start === -1 || abstract.includes(quote, start + 1) ? undefined : { start, end: start + quote.length };
}

function overlaps(one: TextRange, other: TextRange): boolean {
  return one.start < other.end && other.start < one.end;
}
