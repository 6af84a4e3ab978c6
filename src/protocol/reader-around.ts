import type { PaperKey } from '../core/papers/paper';

/** How wide a line of the abstract may be. */
export const READING_WIDTHS = ['narrow', 'medium', 'wide'] as const;
export type ReadingWidth = (typeof READING_WIDTHS)[number];

/** How the user wants to read. */
export interface ReaderLook {
  /** Of the abstract and the title, in percent of the usual size. */
  readonly textSize: number;
  readonly width: ReadingWidth;
}

export const TEXT_STEPS = ['larger', 'smaller', 'usual'] as const;
export type TextStep = (typeof TEXT_STEPS)[number];

export interface SimilarView {
  readonly key: PaperKey;
  readonly title: string;
  /** Words that both papers have, untrusted. */
  readonly shared: readonly string[];
}

export type ToReaderAround =
  | { readonly kind: 'look'; readonly look: ReaderLook }
  /** The answer to `findSimilar`; `undefined` when there can be none. It comes again when the library is another one. */
  | { readonly kind: 'similar'; readonly papers: readonly SimilarView[] | undefined };

export type FromReaderAround =
  | { readonly kind: 'findSimilar' }
  | { readonly kind: 'openPaper'; readonly key: PaperKey }
  | { readonly kind: 'resizeText'; readonly step: TextStep };
