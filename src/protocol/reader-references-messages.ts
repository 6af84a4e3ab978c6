import * as v from 'valibot';
import { range } from './reader-annotations-messages';

const LONGEST_ID = 4096;

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(LONGEST_ID));

/** What the Reader page sends about code that cites the paper or is linked to its words. */
export const readerReferencesMessages = [
  v.strictObject({ kind: v.literal('openReference'), id }),
  v.strictObject({ kind: v.literal('findReferences') }),
  v.strictObject({ kind: v.picklist(['openCode', 'acceptCode', 'relocateCode', 'unlinkCode']), id }),
  v.strictObject({ kind: v.literal('linkToCode'), range }),
  v.strictObject({ kind: v.literal('linkAnnotation'), annotation: id }),
] as const;
