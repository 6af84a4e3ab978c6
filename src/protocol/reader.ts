import type { TextRange } from '../core/anchors/text-target';
import type { Organisation, PaperKey } from '../core/papers/paper';
import type { Link } from '../core/papers/link';
import type { Reading, ReadingStatus } from '../core/papers/reading';
import type { DemoSlug } from '../core/catalog/catalog';
import type { RunId } from '../core/runs/record';
import type { FromReaderAnnotations, ReaderAnnotations, ToReaderAnnotations } from './reader-annotations';
import type { FromReaderAround, ToReaderAround } from './reader-around';
import type { FromReaderClaims, ReaderClaims, ToReaderClaims } from './reader-claims';
import type { FromReaderReferences, ReaderReferences } from './reader-references';

/** All that the Reader page shows of one paper. */
export interface PaperView {
  readonly key: PaperKey;
  readonly title: string;
  /** Markdown with TeX maths, untrusted. */
  readonly abstract: string;
  readonly authors: readonly string[];
  readonly authorCount?: number;
  readonly organisation?: Organisation;
  readonly published?: string;
  readonly comments?: number;
  readonly upvotes?: number;
  readonly arxivId?: string;
  readonly doi?: string;
  /** Titles of the digests that list it, oldest first. */
  readonly digests: readonly string[];
  readonly links: readonly Link[];
  readonly reading: Reading;
  readonly demos: readonly DemoView[];
  readonly notes: readonly NoteView[];
  readonly runs: readonly RunView[];
  readonly claims: ReaderClaims;
  readonly annotations: ReaderAnnotations;
  readonly references: ReaderReferences;
  /** One-based place in the order of the Papers tree; `index` is 0 for a paper that the tree's filter leaves out. */
  readonly position: { readonly index: number; readonly count: number };
}

export interface DemoView {
  readonly slug: DemoSlug;
  readonly title: string;
  readonly summary: string;
}

export interface NoteView {
  /** The note's URI as text. */
  readonly uri: string;
  readonly title: string;
  /** Path as the user knows it, relative to the folder. */
  readonly path: string;
}

export interface RunView {
  readonly id: RunId;
  readonly title: string;
  /** ISO 8601. */
  readonly kept: string;
  readonly adapter: string;
  /** `12 passed, 1 failed` in the reader's words. */
  readonly verdict: string;
}

export type ToReader =
  | { readonly kind: 'show'; readonly paper: PaperView }
  | { readonly kind: 'missing'; readonly message: string }
  /** Something the page asked for is done; for the live region, since status bar messages are not read out. */
  | { readonly kind: 'done'; readonly message: string }
  | ToReaderAround
  | ToReaderClaims
  | ToReaderAnnotations;

export type FromReader =
  | { readonly kind: 'ready' }
  | { readonly kind: 'setStatus'; readonly status: ReadingStatus }
  | { readonly kind: 'toggleStar' }
  | { readonly kind: 'openLink'; readonly url: string }
  | { readonly kind: 'copyClone'; readonly url: string }
  | { readonly kind: 'runDemo'; readonly slug: DemoSlug }
  | { readonly kind: 'newNote' }
  | { readonly kind: 'openNote'; readonly uri: string }
  | { readonly kind: 'openRun'; readonly id: RunId }
  | { readonly kind: 'go'; readonly direction: 'next' | 'previous' }
  | { readonly kind: 'copyBibtex' }
  | { readonly kind: 'copyCitation' }
  /** Words of the abstract, as UTF-16 offsets. */
  | { readonly kind: 'copyQuote'; readonly range: TextRange }
  | { readonly kind: 'openAsText' }
  | FromReaderAround
  | FromReaderClaims
  | FromReaderReferences
  | FromReaderAnnotations;
