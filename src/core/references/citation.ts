/** How a text names a paper: by its key, an identifier, or the address of its repository, model or data set. */
export type CitationKind = 'key' | 'arxiv' | 'doi' | 'repository';

/** A place in a text that names a paper. Offsets are UTF-16 units into that text. */
export interface Citation {
  readonly kind: CitationKind;
  /**
   * What it names, in the form that papers have it in: the key as written, the arXiv identifier without version, the DOI in
   * lower case, or `host/owner/name/…` as `repositoryAddress` gives it, with the path that the address leads to.
   */
  readonly id: string;
  readonly start: number;
  readonly end: number;
}
