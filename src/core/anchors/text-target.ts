/** A part of a text: offsets in UTF-16 units, the end exclusive. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Where in a text something belongs, said in several ways so that it is found again when the text has changed.
 *
 * Source: W3C Web Annotation Data Model, TextQuoteSelector and TextPositionSelector.
 */
export interface TextTarget {
  /** The words themselves, as the text has them. */
  readonly exact: string;
  /** What stands right before and after them; empty at the ends of the text. */
  readonly prefix: string;
  readonly suffix: string;
  /** Offsets in Unicode code points, the end exclusive. Absent where a foreign file gives none. */
  readonly position?: TextRange;
}

/** What became of a target in a text. A range is given only where the words were found; none is ever guessed. */
export type Anchor =
  /** The words stand where they stood. */
  | { readonly state: 'exact'; readonly range: TextRange }
  /** The very words, elsewhere, and nowhere else as well. */
  | { readonly state: 'moved'; readonly range: TextRange }
  /** Words much like them; a score of 1 would be the very words. */
  | { readonly state: 'fuzzy'; readonly range: TextRange; readonly score: number }
  /** Several places fit equally well. */
  | { readonly state: 'ambiguous'; readonly candidates: readonly TextRange[] }
  | { readonly state: 'orphaned' };

export type AnchorState = Anchor['state'];
