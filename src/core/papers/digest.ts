import type { DigestId, IsoDate, PaperFields } from './paper';

/** Who a digest comes from. */
export const DIGEST_SOURCES = ['daily-papers', 'arxiv', 'bibtex', 'csl-json', 'ris', 'lectern'] as const;
export type DigestSource = (typeof DIGEST_SOURCES)[number];

/** The form a digest was read from; each has a reader of its own in `formats/`. */
export const DIGEST_FORMATS = [
  'daily-papers-text',
  'daily-papers-html',
  'daily-papers-markdown',
  'daily-papers-api',
  'arxiv-atom',
  'arxiv-rss',
  'bibtex',
  'csl-json',
  'ris',
  'lectern-json',
] as const;
export type DigestFormat = (typeof DIGEST_FORMATS)[number];

/** Something in an import that could not be read as it should be. */
export interface ImportProblem {
  /** One-based line of the source text. */
  readonly line: number;
  /** What is wrong and what was done about it, for the reader. */
  readonly reason: string;
  /** `rejected`: a record, or the whole text, was left out. `warning`: it was read with an assumption or a gap. */
  readonly severity: 'rejected' | 'warning';
}

/** A dated list of papers from one source, as parsed and before it is merged into a library. */
export interface Digest {
  readonly id: DigestId;
  readonly source: DigestSource;
  readonly format: DigestFormat;
  readonly title: string;
  /** Day the digest is of. Absent when the text does not say and it cannot be derived. */
  readonly date?: IsoDate;
  readonly papers: readonly PaperFields[];
  /** One-based line at which each paper begins, in the order of `papers`. */
  readonly lines: readonly number[];
  readonly problems: readonly ImportProblem[];
}
