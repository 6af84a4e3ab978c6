import type { ImportProblem } from '../digest';
import type { IsoDate, PaperFields } from '../paper';
import type { Period } from './daily-papers-period';

/** A piece of a page in its order of reading: a run of text, with the address it links to if it is a link. */
export interface Piece {
  /** Without blanks around it; may be empty where a picture is the link. */
  readonly text: string;
  readonly address?: string;
  /** One-based line of the source. */
  readonly line: number;
  /** True where something new begins: what follows does not belong to the paper before. */
  readonly opens?: boolean;
}

/** What is known of a page beside its text. */
export interface PageContext {
  /** The period that the page's own address names. */
  readonly period?: Period;
  readonly today?: IsoDate;
}

/** What was read of a page. */
export interface ReadPage {
  /** Absent when the page does not say what it is of and it cannot be derived. */
  readonly period?: Period;
  readonly papers: readonly PaperFields[];
  /** One-based line at which each paper begins. */
  readonly lines: readonly number[];
  readonly problems: readonly ImportProblem[];
}
