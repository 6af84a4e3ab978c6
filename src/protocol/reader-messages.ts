import * as v from 'valibot';
import { READING_STATUSES } from '../core/papers/reading';
import type { FromReader } from './reader';
import { readerAroundMessages } from './reader-around-messages';
import { range, readerAnnotationsMessages } from './reader-annotations-messages';
import { readerClaimsMessages } from './reader-claims-messages';
import { readerReferencesMessages } from './reader-references-messages';

/** Longer than any address or identifier of ours; what exceeds it is no message of the page. */
const LONGEST_TEXT = 4096;

const text = v.pipe(v.string(), v.minLength(1), v.maxLength(LONGEST_TEXT));

const fromReader = v.variant('kind', [
  v.strictObject({ kind: v.literal('ready') }),
  v.strictObject({ kind: v.literal('setStatus'), status: v.picklist(READING_STATUSES) }),
  v.strictObject({ kind: v.literal('toggleStar') }),
  v.strictObject({ kind: v.literal('openLink'), url: text }),
  v.strictObject({ kind: v.literal('copyClone'), url: text }),
  v.strictObject({ kind: v.literal('runDemo'), slug: text }),
  v.strictObject({ kind: v.literal('newNote') }),
  v.strictObject({ kind: v.literal('openNote'), uri: text }),
  v.strictObject({ kind: v.literal('openRun'), id: text }),
  v.strictObject({ kind: v.literal('go'), direction: v.picklist(['next', 'previous']) }),
  v.strictObject({ kind: v.literal('copyBibtex') }),
  v.strictObject({ kind: v.literal('copyCitation') }),
  v.strictObject({ kind: v.literal('copyQuote'), range }),
  v.strictObject({ kind: v.literal('openAsText') }),
  ...readerAroundMessages,
  ...readerClaimsMessages,
  ...readerReferencesMessages,
  ...readerAnnotationsMessages,
]);

/** What the Reader page sent, or `undefined` when it is not in the protocol. */
export function parseFromReader(message: unknown): FromReader | undefined {
  const parsed = v.safeParse(fromReader, message);
  return parsed.success ? parsed.output : undefined;
}
