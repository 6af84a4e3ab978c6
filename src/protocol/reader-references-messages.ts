import * as v from 'valibot';

const LONGEST_ID = 4096;

/** What the Reader page sends about code that cites the paper. */
export const readerReferencesMessages = [
  v.strictObject({ kind: v.literal('openReference'), id: v.pipe(v.string(), v.minLength(1), v.maxLength(LONGEST_ID)) }),
  v.strictObject({ kind: v.literal('findReferences') }),
] as const;
