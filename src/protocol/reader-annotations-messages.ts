import * as v from 'valibot';
import { ANNOTATION_KINDS, HIGHLIGHT_COLOURS } from '../core/annotations/annotation';

/** Longest comment that the page sends, in UTF-16 units: a hundred pages. */
export const LONGEST_COMMENT = 100_000;

const MOST_TAGS = 100;
const LONGEST_NAME = 256;

const name = v.pipe(v.string(), v.minLength(1), v.maxLength(LONGEST_NAME));
const offset = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
/** UTF-16 offsets into the abstract. */
export const range = v.strictObject({ start: offset, end: offset });
const comment = v.pipe(v.string(), v.maxLength(LONGEST_COMMENT));
const label = {
  colour: v.picklist(HIGHLIGHT_COLOURS),
  annotationKind: v.exactOptional(v.picklist(ANNOTATION_KINDS)),
  tags: v.pipe(v.array(name), v.maxLength(MOST_TAGS)),
};
const purpose = v.variant('kind', [
  v.strictObject({ kind: v.literal('add'), range: v.exactOptional(range) }),
  v.strictObject({ kind: v.literal('reply'), to: name }),
  v.strictObject({ kind: v.literal('edit'), annotation: name }),
]);

export const readerAnnotationsMessages = [
  v.strictObject({ kind: v.literal('annotate'), ticket: offset, range: v.exactOptional(range), comment, ...label }),
  v.strictObject({ kind: v.literal('replyTo'), ticket: offset, to: name, comment }),
  v.strictObject({ kind: v.literal('editAnnotation'), ticket: offset, id: name, comment, seen: comment }),
  v.strictObject({ kind: v.literal('labelAnnotation'), id: name, ...label }),
  v.strictObject({ kind: v.literal('resolveAnnotation'), id: name, resolved: v.boolean() }),
  v.strictObject({ kind: v.literal('deleteAnnotation'), id: name }),
  v.strictObject({ kind: v.literal('undoDeleteAnnotation') }),
  v.strictObject({ kind: v.literal('acceptAnchor'), id: name }),
  v.strictObject({ kind: v.literal('relocateAnnotation'), id: name, range }),
  v.strictObject({ kind: v.literal('compareWithAnnotated') }),
  v.strictObject({ kind: v.literal('detachAnnotation'), id: name }),
  v.strictObject({ kind: v.literal('keepDraft'), draft: v.strictObject({ id: name, purpose, comment }) }),
  v.strictObject({ kind: v.literal('dropDraft'), id: name }),
] as const;
