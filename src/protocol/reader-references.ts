/** Where the code of the workspace cites the paper. */
export interface ReaderReferences {
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

export type FromReaderReferences =
  | { readonly kind: 'openReference'; readonly id: string }
  /** All of them, to pick from. */
  | { readonly kind: 'findReferences' };
