import type { PaperKey } from '../papers/paper';
import { isAnnotationId } from './annotation-id';
import type { AnnotationId, AnnotationKind } from './annotation';

// The names of the file form, for those who write it and those who read it.
// Source: W3C Web Annotation Data Model and Vocabulary. What it has no name for is under `lectern:`, which as an absolute IRI needs no context.

export const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';
export const ANNOTATION_VERSION = 1;

export const VERSION_FIELD = 'lectern:version';
export const RESOLVED_FIELD = 'lectern:resolved';
export const DETACHED_FIELD = 'lectern:detached';
export const CODE_SYMBOLS_FIELD = 'lectern:symbols';
export const CODE_COMMIT_FIELD = 'lectern:commit';

/** Format of the anchor `L3-L5` for lines of a text. */
export const LINES_FORMAT = 'lectern:lines';

/** Why one annotates, in the words of the standard. */
const MOTIVATIONS: Readonly<Record<AnnotationKind, string>> = {
  claim: 'identifying',
  question: 'questioning',
  critique: 'assessing',
  idea: 'describing',
  todo: 'bookmarking',
};

export function motivationOf({ replyTo, kind, comment }: { readonly replyTo?: AnnotationId; readonly kind?: AnnotationKind; readonly comment: string }): string {
  if (replyTo !== undefined) {
    return 'replying';
  }
  return kind === undefined ? (comment === '' ? 'highlighting' : 'commenting') : MOTIVATIONS[kind];
}

export function paperSource(paper: PaperKey): string {
  return `lectern:/papers/${paper}.md`;
}

/** The paper that a source names as Lectern does. */
export function paperOfSource(source: string): PaperKey | undefined {
  return /^lectern:\/papers\/([a-z0-9-]{1,64})\.md$/u.exec(source)?.[1];
}

export function annotationAddress(id: AnnotationId): string {
  return `urn:uuid:${id}`;
}

/** The id in an address that Lectern gave. */
export function idOfAddress(address: string): AnnotationId | undefined {
  const id = /^urn:uuid:(.+)$/u.exec(address)?.[1]?.toLowerCase();
  return id !== undefined && isAnnotationId(id) ? id : undefined;
}
