import * as v from 'valibot';
import { TEXT_STEPS } from './reader-around';

const LONGEST_KEY = 256;

/** What the Reader page sends about what is around the abstract. */
export const readerAroundMessages = [
  v.strictObject({ kind: v.literal('findSimilar') }),
  v.strictObject({ kind: v.literal('openPaper'), key: v.pipe(v.string(), v.minLength(1), v.maxLength(LONGEST_KEY)) }),
  v.strictObject({ kind: v.literal('resizeText'), step: v.picklist(TEXT_STEPS) }),
] as const;
