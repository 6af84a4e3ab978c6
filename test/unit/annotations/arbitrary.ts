import fc from 'fast-check';
import { ANNOTATION_KINDS, HIGHLIGHT_COLOURS, type Annotation } from '../../../src/core/annotations/annotation';
import { tidyTags } from '../../../src/core/papers/tags';

const text = fc.string({ unit: 'grapheme', maxLength: 40 });
const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
const moment = fc.integer({ min: 1_700_000_000, max: 1_900_000_000 }).map((seconds) => new Date(seconds * 1000).toISOString().replace('.000Z', '+00:00'));
const id = fc.uuid({ version: 7 });

const target = fc.record(
  {
    exact: words,
    prefix: text,
    suffix: text,
    position: fc.tuple(fc.nat(500), fc.integer({ min: 1, max: 100 })).map(([start, length]) => ({ start, end: start + length })),
  },
  { requiredKeys: ['exact', 'prefix', 'suffix'], noNullPrototype: true },
);

const code = fc.record(
  {
    path: words,
    lines: fc.tuple(fc.integer({ min: 1, max: 900 }), fc.nat(9)).map(([first, more]) => ({ first, last: first + more })),
    exact: text,
    before: text,
    after: text,
    symbols: fc.array(words, { maxLength: 3 }),
    commit: fc.constant('0123abc'),
  },
  { requiredKeys: ['path', 'lines', 'exact', 'before', 'after'], noNullPrototype: true },
);

const extraFields = fc.constantFrom<NonNullable<Annotation['extra']>>(
  { via: 'https://hypothes.is/a/1', rights: null },
  { body: [{ type: 'Image', id: 'https://example.org/a.png' }], target: { selector: [{ type: 'PageSelector', index: 3 }], state: { a: [1] } } },
  { motivation: ['editing'], 'schema:text': 'x' },
);

/** Any annotation that a store may hold. */
export const ANY_ANNOTATION: fc.Arbitrary<Annotation> = fc.record(
  {
    id,
    paper: fc.constantFrom('flashattention', 'lm-infinite'),
    replyTo: id,
    target,
    detached: fc.constant(true as const),
    kind: fc.constantFrom(...ANNOTATION_KINDS),
    colour: fc.constantFrom(...HIGHLIGHT_COLOURS),
    tags: fc.array(text, { maxLength: 4 }).map(tidyTags),
    comment: text,
    code: fc.array(code, { minLength: 1, maxLength: 2 }),
    resolved: fc.constant(true as const),
    created: moment,
    modified: moment,
    creator: words,
    generator: words,
    extra: extraFields,
  },
  { requiredKeys: ['id', 'paper', 'colour', 'tags', 'comment', 'created', 'modified'], noNullPrototype: true },
);

/** An annotation with nothing but what it must have, and what a test is about. */
export function annotation(fields: Partial<Annotation> = {}): Annotation {
  return {
    id: '0198c0de-0000-7000-8000-000000000001',
    paper: 'flashattention',
    colour: 'yellow',
    tags: [],
    comment: '',
    created: '2026-01-09T14:25:01+01:00',
    modified: '2026-01-09T14:25:01+01:00',
    ...fields,
  };
}
