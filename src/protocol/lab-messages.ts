import * as v from 'valibot';
import type { FromLab } from './lab';

/** Longest picture taken, in base64 characters: about 6 MB of PNG. */
const LONGEST_PICTURE = 8_000_000;
/** No demo has nearly as many charts. */
const MOST_PICTURES = 32;
const LONGEST_TEXT = 2_000_000;
const LONGEST_FAULT = 10_000;

const request = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
/** Names that may become part of a path: no separators, no leading dot. */
const name = v.pipe(v.string(), v.maxLength(200), v.regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/));

const picture = v.strictObject({
  chart: name,
  png: v.pipe(v.string(), v.minLength(4), v.maxLength(LONGEST_PICTURE), v.regex(/^[A-Za-z0-9+/]+={0,2}$/)),
});
const pictures = v.pipe(v.array(picture), v.maxLength(MOST_PICTURES));

const fromLab = v.variant('kind', [
  v.strictObject({ kind: v.literal('ready') }),
  v.strictObject({ kind: v.literal('keepRun'), request, result: v.unknown(), pictures }),
  v.strictObject({ kind: v.literal('addToNote'), request, run: v.exactOptional(name), result: v.unknown(), pictures }),
  v.strictObject({ kind: v.literal('savePicture'), request, picture }),
  v.strictObject({ kind: v.literal('openPaper'), key: name }),
  v.strictObject({ kind: v.literal('copyText'), text: v.pipe(v.string(), v.maxLength(LONGEST_TEXT)) }),
  v.strictObject({ kind: v.literal('fault'), message: v.pipe(v.string(), v.maxLength(LONGEST_FAULT)) }),
]);

/**
 * A message of the Lab page, or `undefined` when it is none. The run in it is not looked at: that is
 * the record's own parser, which can say what is wrong with it.
 */
export function parseFromLab(message: unknown): FromLab<unknown> | undefined {
  const parsed = v.safeParse(fromLab, message);
  return parsed.success ? parsed.output : undefined;
}
