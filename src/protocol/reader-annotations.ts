import type { Anchor, TextRange } from '../core/anchors/text-target';
import type { Annotation, AnnotationId, AnnotationKind, HighlightColour } from '../core/annotations/annotation';

/** What the Reader shows of an annotation. */
export interface AnnotationView extends Pick<Annotation, 'id' | 'kind' | 'colour' | 'tags' | 'comment' | 'resolved' | 'created' | 'modified' | 'creator' | 'generator'> {
  /** The words that it is about, as they were. */
  readonly quote?: string;
}

/** Where a thread belongs: in the abstract, or nowhere in it and why. */
export type ThreadPlace = Anchor | { readonly state: 'paper' } | { readonly state: 'stray' } | { readonly state: 'detached' };

export interface ThreadView {
  readonly first: AnnotationView;
  readonly replies: readonly AnnotationView[];
  readonly place: ThreadPlace;
}

/** What words that are being written are to become. Ranges are UTF-16 offsets into the abstract. */
export type DraftPurpose =
  | { readonly kind: 'add'; readonly range?: TextRange }
  | { readonly kind: 'reply'; readonly to: AnnotationId }
  | { readonly kind: 'edit'; readonly annotation: AnnotationId };

export interface DraftView {
  readonly id: string;
  readonly purpose: DraftPurpose;
  readonly comment: string;
}

/** What the Reader shows of the annotations of a paper. */
export interface ReaderAnnotations {
  readonly threads: readonly ThreadView[];
  /** Words that were written and not saved. */
  readonly drafts: readonly DraftView[];
}

/** Whatever is saved is answered by its ticket: `saved` once it is on disk, or `notSaved` with the reason. */
export type FromReaderAnnotations =
  | {
      readonly kind: 'annotate';
      readonly ticket: number;
      readonly range?: TextRange;
      readonly comment: string;
      readonly colour: HighlightColour;
      readonly annotationKind?: AnnotationKind;
      readonly tags: readonly string[];
    }
  | { readonly kind: 'replyTo'; readonly ticket: number; readonly to: AnnotationId; readonly comment: string }
  | {
      readonly kind: 'editAnnotation';
      readonly ticket: number;
      readonly id: AnnotationId;
      readonly comment: string;
      /** The comment as it was when the user began to change it. */
      readonly seen: string;
    }
  | { readonly kind: 'labelAnnotation'; readonly id: AnnotationId; readonly colour: HighlightColour; readonly annotationKind?: AnnotationKind; readonly tags: readonly string[] }
  | { readonly kind: 'resolveAnnotation'; readonly id: AnnotationId; readonly resolved: boolean }
  | { readonly kind: 'deleteAnnotation'; readonly id: AnnotationId }
  | { readonly kind: 'undoDeleteAnnotation' }
  | { readonly kind: 'acceptAnchor'; readonly id: AnnotationId }
  | { readonly kind: 'relocateAnnotation'; readonly id: AnnotationId; readonly range: TextRange }
  /** The text as it was annotated is to be shown beside the text as it is. */
  | { readonly kind: 'compareWithAnnotated' }
  | { readonly kind: 'detachAnnotation'; readonly id: AnnotationId }
  | { readonly kind: 'keepDraft'; readonly draft: DraftView }
  | { readonly kind: 'dropDraft'; readonly id: string };

export type ToReaderAnnotations =
  | { readonly kind: 'saved'; readonly ticket: number }
  | { readonly kind: 'notSaved'; readonly ticket: number; readonly message: string }
  | { readonly kind: 'revealAnnotation'; readonly id: AnnotationId };
