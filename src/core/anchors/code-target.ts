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

/** What became of a code target. `path` is another one than the target's after a move. */
export type CodeAnchor =
  | { readonly state: 'exact' | 'moved'; readonly path: string; readonly lines: LineRange }
  | { readonly state: 'fuzzy'; readonly path: string; readonly lines: LineRange; readonly score: number }
  | { readonly state: 'ambiguous'; readonly candidates: readonly { readonly path: string; readonly lines: LineRange }[] }
  | { readonly state: 'orphaned' };
