/** Lines of a file, counted from 1, the last one included. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}

/** Where in the user's code something belongs, said in several ways so that it is found again after edits, moves and checkouts. */
export interface CodeTarget {
  /** Path relative to the workspace folder, with slashes. */
  readonly path: string;
  readonly lines: LineRange;
  /** The lines themselves, joined by `\n`. */
  readonly exact: string;
  /** A few lines right before and after them. */
  readonly before: string;
  readonly after: string;
  /** Names of the symbols around them, outermost first, where the language has a symbol provider. */
  readonly symbols?: readonly string[];
  /** Commit that was checked out, where it is known. */
  readonly commit?: string;
}

/** A file in which a target is looked for. */
export interface CodeFile {
  /** Path relative to its workspace folder, with slashes. */
  readonly path: string;
  readonly text: string;
}

/** Lines of a file. */
export interface CodePlace<F extends CodeFile = CodeFile> {
  readonly file: F;
  readonly lines: LineRange;
}

/** What became of a code target. Blanks and line breaks make no difference to code. A place is given only where the code was found; none is ever guessed. */
export type CodeAnchor<F extends CodeFile = CodeFile> =
  /** The code stands where it stood. */
  | { readonly state: 'exact'; readonly place: CodePlace<F> }
  /** The very code, elsewhere: in the same file, or in another one. */
  | { readonly state: 'moved' | 'movedFile'; readonly place: CodePlace<F> }
  /** Code much like it, in either; a score of 1 would be the very code. */
  | { readonly state: 'changed'; readonly place: CodePlace<F>; readonly score: number }
  /** Several places fit equally well. */
  | { readonly state: 'ambiguous'; readonly candidates: readonly CodePlace<F>[] }
  | { readonly state: 'orphaned' };

export type CodeAnchorState = CodeAnchor['state'];
