import * as v from 'valibot';
import type { CodeTarget } from '../anchors/code-target';
import type { Json } from '../papers/paper';
import { CODE_COMMIT_FIELD, CODE_SYMBOLS_FIELD, LINES_FORMAT } from './annotation-form';

const lines = v.pipe(v.string(), v.regex(/^L[1-9]\d{0,8}-L[1-9]\d{0,8}$/u));

const CODE_LINK = v.strictObject({
  type: v.literal('SpecificResource'),
  purpose: v.literal('linking'),
  source: v.string(),
  selector: v.strictTuple([
    v.strictObject({ type: v.literal('TextQuoteSelector'), exact: v.string(), prefix: v.string(), suffix: v.string() }),
    v.strictObject({ type: v.literal('FragmentSelector'), conformsTo: v.literal(LINES_FORMAT), value: lines }),
  ]),
  [CODE_SYMBOLS_FIELD]: v.exactOptional(v.array(v.string())),
  [CODE_COMMIT_FIELD]: v.exactOptional(v.string()),
});

/** A place in the code as a body that links to it. */
export function encodeCodeLink({ path, lines: { first, last }, exact, before, after, symbols, commit }: CodeTarget): Json {
  return {
    type: 'SpecificResource',
    purpose: 'linking',
    source: path,
    selector: [
      { type: 'TextQuoteSelector', exact, prefix: before, suffix: after },
      { type: 'FragmentSelector', conformsTo: LINES_FORMAT, value: `L${first}-L${last}` },
    ],
    ...(symbols === undefined ? {} : { [CODE_SYMBOLS_FIELD]: symbols }),
    ...(commit === undefined ? {} : { [CODE_COMMIT_FIELD]: commit }),
  };
}

/** `undefined` for a body that is none of ours, or that says more than we know. */
export function decodeCodeLink(body: Json): CodeTarget | undefined {
  const parsed = v.safeParse(CODE_LINK, body);
  if (!parsed.success) {
    return undefined;
  }
  const { source: path, selector, [CODE_SYMBOLS_FIELD]: symbols, [CODE_COMMIT_FIELD]: commit } = parsed.output;
  const [{ exact, prefix, suffix }, { value }] = selector;
  const [first = 1, last = first] = [...value.matchAll(/\d+/gu)].map(Number);
  return {
    path,
    lines: { first, last: Math.max(first, last) },
    exact,
    before: prefix,
    after: suffix,
    ...(symbols === undefined ? {} : { symbols }),
    ...(commit === undefined ? {} : { commit }),
  };
}
