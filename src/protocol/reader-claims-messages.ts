import * as v from 'valibot';

const LONGEST_QUOTE = 500;

/** What the Reader page sends about claims. */
export const readerClaimsMessages = [
  v.strictObject({ kind: v.literal('correctClaim'), start: v.pipe(v.number(), v.safeInteger(), v.minValue(0)) }),
  v.strictObject({ kind: v.literal('addClaim'), quote: v.pipe(v.string(), v.maxLength(LONGEST_QUOTE)) }),
  v.strictObject({ kind: v.literal('showClaims') }),
] as const;
