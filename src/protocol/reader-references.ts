import type { CodeAnchorState } from '../core/anchors/code-target';
import type { TextRange } from '../core/anchors/text-target';
import type { AnnotationId } from '../core/annotations/annotation';

/** Where the code of the workspace cites the paper, and what of it is linked to its words. */
export interface ReaderReferences {
  /** Linked by hand; said whatever the state is. */
  readonly links: readonly CodeLinkView[];
  /** `noFolder`: there is nothing to look through. `reading`: files are being looked through, and more may come. */
  readonly state: 'noFolder' | 'reading' | 'ready';
  readonly items: readonly ReferenceView[];
  /** Places beyond those of `items`. */
  readonly more: number;
  /** How many files were looked through, where there are more than that. */
  readonly cappedAt?: number;
}

export interface ReferenceView {
  /** Names the place in the message that opens it. */
  readonly id: string;
  /** As the user knows it, relative to the folder. */
  readonly path: string;
  /** One-based. */
  readonly line: number;
  /** The line, untrusted, and where in it the citation is, in UTF-16 units. */
  readonly preview: string;
  readonly start: number;
  readonly end: number;
}

/** Code that an annotation links words to. */
export interface CodeLinkView {
  /** Names the link in the messages that do something with it. */
  readonly id: string;
  readonly annotation: AnnotationId;
  /** The words that are linked, or the remark; untrusted. */
  readonly words: string;
  /** Where it is now, else where it was: the path, and one-based lines. */
  readonly path: string;
  readonly first: number;
  readonly last: number;
  /** Where it was, where that is another place: `src/attention.py:3–9`. */
  readonly was?: string;
  /** Its first line as it is now, else as it was; untrusted. */
  readonly preview: string;
  readonly state: CodeAnchorState;
  /** How like it is to what was linked, up to 1, where it was changed. */
  readonly score?: number;
  /** Places that fit, where there are several. */
  readonly candidates?: number;
}

export type FromReaderReferences =
  | { readonly kind: 'openCode' | 'acceptCode' | 'relocateCode' | 'unlinkCode'; readonly id: string }
  /** Words of the abstract, as UTF-16 offsets, or those of an annotation, are to be linked to code. */
  | { readonly kind: 'linkToCode'; readonly range: TextRange }
  | { readonly kind: 'linkAnnotation'; readonly annotation: AnnotationId }
  | { readonly kind: 'openReference'; readonly id: string }
  /** All of them, to pick from. */
  | { readonly kind: 'findReferences' };
