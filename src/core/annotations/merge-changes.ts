import { isSameTag, tidyTags, type Tag } from '../papers/tags';
import type { Annotation, AnnotationChange } from './annotation';

type Field = keyof AnnotationChange;

/** A change brought together with what an annotation's file says by now. */
export interface MergedChange {
  /** The file's version, with what was changed here alone. */
  readonly annotation: Annotation;
  /** The version of the one who changed it here, where both sides changed the same field. */
  readonly conflict?: Annotation;
}

const FIELDS: readonly Field[] = ['target', 'detached', 'kind', 'colour', 'tags', 'comment', 'code', 'resolved', 'extra'];

/**
 * Applies a change to an annotation as it is by now. A field that only one side changed is taken from that side; of tags, each is
 * one. Where both changed one field to different values, the file keeps its own and the other version is given as a conflict.
 *
 * @param seen as it was when the user changed it
 * @param modified ISO 8601 with time zone, of the change
 */
export function mergeChange(seen: Annotation, change: AnnotationChange, current: Annotation, modified: string): MergedChange {
  const changed = FIELDS.filter((field) => Object.hasOwn(change, field) && !isSame(change[field], seen[field]));
  const mine: AnnotationChange = Object.fromEntries(changed.map((field) => [field, change[field]]));
  const free = changed.filter((field) => field === 'tags' || isSame(current[field], seen[field]) || isSame(current[field], change[field]));
  const merged: AnnotationChange = Object.fromEntries(
    free.map((field) => [field, field === 'tags' ? mergeTags(seen.tags, change.tags ?? [], current.tags) : change[field]]),
  );
  const annotation = changeAnnotation(current, merged, modified);
  return free.length === changed.length ? { annotation } : { annotation, conflict: changeAnnotation(annotation, { ...mine, ...merged }, modified) };
}

/** An annotation with other fields; the same one when nothing is different. A change of no field keeps the time too. */
export function changeAnnotation(annotation: Annotation, change: AnnotationChange, modified: string): Annotation {
  const changed = FIELDS.filter((field) => Object.hasOwn(change, field) && !isSame(change[field], annotation[field]));
  if (changed.length === 0) {
    return annotation;
  }
  const { colour, tags, comment } = annotation;
  const whole = { ...annotation, ...change, modified, colour: change.colour ?? colour, tags: change.tags ?? tags, comment: change.comment ?? comment };
  const { target, detached, kind, code, resolved, extra, ...others } = whole;
  return {
    ...others,
    ...(target === undefined ? {} : { target }),
    ...(detached === undefined ? {} : { detached }),
    ...(kind === undefined ? {} : { kind }),
    ...(code === undefined ? {} : { code }),
    ...(resolved === undefined ? {} : { resolved }),
    ...(extra === undefined ? {} : { extra }),
  };
}

function mergeTags(seen: readonly Tag[], mine: readonly Tag[], theirs: readonly Tag[]): readonly Tag[] {
  const isIn = (tag: Tag, tags: readonly Tag[]) => tags.some((other) => isSameTag(tag, other));
  const kept = theirs.filter((tag) => isIn(tag, mine) || !isIn(tag, seen)).map((tag) => mine.find((other) => isSameTag(tag, other)) ?? tag);
  const added = mine.filter((tag) => !isIn(tag, seen));
  return tidyTags([...kept, ...added]);
}

/** Fields are JSON, made in one order. */
function isSame(one: Annotation[Field], other: Annotation[Field]): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

/** The change that makes one version of an annotation the other. */
export function changeBetween(one: Annotation, other: Annotation): AnnotationChange {
  return Object.fromEntries(FIELDS.filter((field) => !isSame(one[field], other[field])).map((field) => [field, other[field]]));
}
