import { findAnchor } from '../anchors/find-anchor';
import type { TextTarget } from '../anchors/text-target';
import { sentenceAt, sentencesOf } from '../text/sentences';
import type { Claim, ClaimKind } from './claim';

/** What the user says of a number in a paper. It has the last word over what the rules find there. */
export interface Correction {
  /** Stable, and no other's. */
  readonly id: string;
  /** The number, with its bound and unit. */
  readonly target: TextTarget;
  /** False: it is no claim. */
  readonly isClaim: boolean;
  /** What the rules say stays where these are absent. */
  readonly values?: readonly number[];
  readonly unit?: string;
  readonly metric?: string;
  readonly kind?: ClaimKind;
  /** ISO 8601 with time zone. */
  readonly modified: string;
}

/** What of a claim can be corrected. */
export type CorrectedFields = Partial<Pick<Correction, 'values' | 'unit' | 'metric' | 'kind'>>;

/** A claim with the correction that made or changed it. */
export interface KnownClaim extends Claim {
  readonly correction?: Correction;
}

export interface KnownClaims {
  /** In the order of the text. */
  readonly claims: readonly KnownClaim[];
  /** Corrections whose number is not in the text any more, or in several places. They are kept. */
  readonly orphans: readonly Correction[];
}

/**
 * The claims of a text and what the user made of them.
 *
 * @param found what the rules find in the text
 */
export function knownClaims(text: string, found: readonly Claim[], corrections: readonly Correction[]): KnownClaims {
  if (corrections.length === 0) {
    return { claims: found, orphans: [] };
  }
  const sentences = sentencesOf(text);
  const claims = new Map<number, KnownClaim>(found.map((claim) => [claim.range.start, claim]));
  const orphans: Correction[] = [];
  for (const correction of corrections) {
    const anchor = findAnchor(text, correction.target);
    // Words that are only much like a number are another number: "3%" is much like "8%".
    if (anchor.state !== 'exact' && anchor.state !== 'moved') {
      orphans.push(correction);
      continue;
    }
    const { range } = anchor;
    const overlapping = [...claims.values()].filter((claim) => claim.range.start < range.end && range.start < claim.range.end);
    for (const claim of overlapping) {
      claims.delete(claim.range.start);
    }
    if (correction.isClaim) {
      const sentence = sentenceAt(sentences, range.start) ?? range;
      claims.set(range.start, { ...(overlapping[0] ?? BY_HAND), range, sentence, ...corrected(correction), correction });
    }
  }
  return { claims: [...claims.values()].sort((one, other) => one.range.start - other.range.start), orphans };
}

/** A claim that the rules do not see: all that is known of it is in its correction. */
const BY_HAND: Omit<Claim, 'range' | 'sentence'> = { values: [], unit: '', comparison: 'level', kind: 'other', metric: '' };

function corrected({ values, unit, metric, kind }: Correction): CorrectedFields {
  return {
    ...(values === undefined ? {} : { values }),
    ...(unit === undefined ? {} : { unit }),
    ...(metric === undefined ? {} : { metric }),
    ...(kind === undefined ? {} : { kind }),
  };
}
