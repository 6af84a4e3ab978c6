import type { PaperKey } from '../papers/paper';

/** A stretch of text that matched: UTF-16 offsets into the field. */
export interface MatchRange {
  readonly start: number;
  readonly end: number;
}

/** The part of an abstract that is shown with a hit. */
export interface Snippet {
  /** At most about 240 characters, cut between words; an ellipsis stands for what was left out. */
  readonly text: string;
  readonly ranges: readonly MatchRange[];
}

/** A typed word that was only found as another word: `flsh` as `flash`. */
export interface Correction {
  readonly typed: string;
  readonly found: string;
}

/** Why a paper was found. Ranges are in order and do not overlap. */
export interface SearchHit {
  readonly key: PaperKey;
  /** Higher is better; only comparable within one answer. */
  readonly score: number;
  readonly title: readonly MatchRange[];
  readonly snippet: Snippet;
  readonly corrections: readonly Correction[];
}
