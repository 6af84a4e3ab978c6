import type { DigestId, IsoDate, PaperFields } from './paper';

export type DigestSource = 'daily-papers';

/** Something in an import that could not be read as it should be. */
export interface ImportProblem {
  /** One-based line of the source text. */
  readonly line: number;
  /** What is wrong and what was done about it, for the reader. */
  readonly message: string;
}

/** A dated list of papers from one source, as parsed and before it is merged into a library. */
export interface Digest {
  readonly id: DigestId;
  readonly source: DigestSource;
  readonly title: string;
  /** Day the digest is of. Absent when the text does not say and it cannot be derived. */
  readonly date?: IsoDate;
  readonly papers: readonly PaperFields[];
  readonly problems: readonly ImportProblem[];
}
