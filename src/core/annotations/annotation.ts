import type { CodeTarget } from '../anchors/code-target';
import type { TextTarget } from '../anchors/text-target';
import type { Json, PaperKey } from '../papers/paper';
import type { Tag } from '../papers/tags';

/** Name of an annotation, also that of its file. Nobody else gives the same one. */
export type AnnotationId = string;

export const ANNOTATION_KINDS = ['claim', 'question', 'critique', 'idea', 'todo'] as const;
export type AnnotationKind = (typeof ANNOTATION_KINDS)[number];

/** Named, not numbers, so that every theme has its own shade. */
export const HIGHLIGHT_COLOURS = ['yellow', 'green', 'blue', 'purple', 'red', 'grey'] as const;
export type HighlightColour = (typeof HIGHLIGHT_COLOURS)[number];

/** A highlight on an abstract, a remark on a whole paper, or a reply to one of these. */
export interface Annotation {
  readonly id: AnnotationId;
  readonly paper: PaperKey;
  /** What it is a reply to: the annotation that its thread begins with. */
  readonly replyTo?: AnnotationId;
  /** Where in the abstract. Absent for a reply and for a remark on the whole paper. */
  readonly target?: TextTarget;
  /** The user has detached it from its place, which is kept for the record. */
  readonly detached?: true;
  readonly kind?: AnnotationKind;
  readonly colour: HighlightColour;
  readonly tags: readonly Tag[];
  /** Markdown, untrusted; empty for a mere highlight. */
  readonly comment: string;
  /** Places in the user's code that it links the words to. */
  readonly code?: readonly CodeTarget[];
  /** A thread that is settled. Said by its first annotation only. */
  readonly resolved?: true;
  /** ISO 8601 with time zone. */
  readonly created: string;
  readonly modified: string;
  /** Name of the person, where one is known. */
  readonly creator?: string;
  /** Name of the program that made it, for one that no person wrote. */
  readonly generator?: string;
  /** What its file says beyond this, kept as it is. */
  readonly extra?: Readonly<Record<string, Json>>;
}

/** An annotation with its replies, oldest first. */
export interface Thread {
  readonly first: Annotation;
  readonly replies: readonly Annotation[];
}

/** What the user says of a new annotation; the store adds the rest. */
export type NewAnnotation = Pick<Annotation, 'paper' | 'replyTo' | 'target' | 'kind' | 'code' | 'generator'> & Partial<Pick<Annotation, 'colour' | 'tags' | 'comment'>>;

/** What can be changed of an annotation. `undefined` takes a field away. */
export type AnnotationChange = {
  readonly [F in 'target' | 'detached' | 'kind' | 'colour' | 'tags' | 'comment' | 'code' | 'resolved' | 'extra']?: Annotation[F] | undefined;
};
