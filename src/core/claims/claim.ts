import type { TextRange } from '../anchors/text-target';

export const CLAIM_KINDS = ['speed', 'memory', 'quality', 'cost', 'size', 'other'] as const;
/** What a claim is about: `cost` is compute, data, energy and money; `size` lengths and sizes, also of a context. */
export type ClaimKind = (typeof CLAIM_KINDS)[number];

/**
 * How the number compares. `level`: the thing itself has this value. `change`: it went from the first value to the second.
 * The others say by how much it is faster, less, more or better than something else.
 */
export type Comparison = 'speedup' | 'reduction' | 'increase' | 'improvement' | 'change' | 'level' | 'factor';

/** What the words before a number make of it. */
export type Bound = 'up to' | 'at least' | 'at most' | 'about';

/**
 * A number that a text states as a result.
 *
 * Factors, percentages, points and scores are claims. A plain size ("1.5B parameters", "32k tokens"), a time or a year is
 * none unless it is compared: "from 4K to 128K tokens". Nor is the share of the data that something was done on.
 */
export interface Claim {
  /** The words that are the number, with its bound and unit: `up to 14.1%`. UTF-16 offsets into the text. */
  readonly range: TextRange;
  readonly sentence: TextRange;
  /** One value, or two of a range or a change, in the order of the text. */
  readonly values: readonly number[];
  /** `×`, `%`, `points`, `orders of magnitude`, a unit as the text writes it (`minutes`, `GB`), or empty for a score. */
  readonly unit: string;
  readonly bound?: Bound;
  readonly comparison: Comparison;
  readonly kind: ClaimKind;
  /** The nearest words for what was measured: `decoding speedup`; empty where none are near. */
  readonly metric: string;
  /** What it is compared with, where the sentence says so. */
  readonly baseline?: string;
}

/** The value as people write it: `33–59 %`, `47 → 34 minutes`, `≤ 2×`. */
export function claimValueText({ values, unit, bound, comparison }: Pick<Claim, 'values' | 'unit' | 'bound' | 'comparison'>): string {
  const numbers = values.map((value) => String(value)).join(comparison === 'change' ? ' → ' : '–');
  const before = bound === undefined ? '' : `${bound} `;
  return `${before}${numbers}${unit === '' || unit === '×' ? unit : ` ${unit}`}`;
}
