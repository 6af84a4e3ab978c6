import * as v from 'valibot';
import type { TextRange, TextTarget } from '../anchors/text-target';
import type { Json } from '../papers/paper';

// Parts of a Web Annotation that Lectern knows through and through. One that says more is kept as it is instead.

/** ISO 8601 with time zone. */
export const MOMENT = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)$/u, 'Expected a date and time with time zone, such as "2026-01-09T14:25:01Z"'),
);

const offset = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const QUOTE = v.strictObject({
  type: v.literal('TextQuoteSelector'),
  exact: v.pipe(v.string(), v.nonEmpty()),
  prefix: v.optional(v.string()),
  suffix: v.optional(v.string()),
});

const POSITION = v.pipe(
  v.strictObject({ type: v.literal('TextPositionSelector'), start: offset, end: offset }),
  v.check(({ start, end }) => start < end),
);

const BODY = v.strictObject({
  type: v.literal('TextualBody'),
  purpose: v.picklist(['commenting', 'classifying', 'tagging']),
  format: v.optional(v.literal('text/markdown')),
  value: v.string(),
});

/** A quote and its surroundings. */
export function readQuote(json: Json): Pick<TextTarget, 'exact' | 'prefix' | 'suffix'> | undefined {
  const parsed = v.safeParse(QUOTE, json);
  return parsed.success ? { exact: parsed.output.exact, prefix: parsed.output.prefix ?? '', suffix: parsed.output.suffix ?? '' } : undefined;
}

/** A range that is not empty. */
export function readPosition(json: Json): TextRange | undefined {
  const parsed = v.safeParse(POSITION, json);
  return parsed.success ? { start: parsed.output.start, end: parsed.output.end } : undefined;
}

/** Text with a purpose. */
export function readBody(json: Json): { readonly purpose: 'commenting' | 'classifying' | 'tagging'; readonly value: string } | undefined {
  const parsed = v.safeParse(BODY, json);
  return parsed.success ? parsed.output : undefined;
}

/** The first item that can be read, and the others as they are. */
export function firstOf<T>(items: readonly Json[], read: (item: Json) => T | undefined): { readonly found?: T; readonly others: readonly Json[] } {
  for (const [place, item] of items.entries()) {
    const found = read(item);
    if (found !== undefined) {
      return { found, others: items.filter((_, other) => other !== place) };
    }
  }
  return { others: items };
}
