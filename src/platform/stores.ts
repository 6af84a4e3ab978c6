import type * as vscode from 'vscode';
import type { Annotation, AnnotationChange, AnnotationId, NewAnnotation, Thread } from '../core/annotations/annotation';
import type { WrittenForm } from '../core/citations/export-formats';
import type { Claim } from '../core/claims/claim';
import type { Correction } from '../core/claims/corrections';
import type { Draft } from '../core/annotations/draft';
import type { Arrangement } from '../core/papers/arrange';
import type { Digest } from '../core/papers/digest';
import type { ImportPreview, ImportSummary } from '../core/papers/import-preview';
import type { Library } from '../core/papers/library';
import type { Paper, PaperKey } from '../core/papers/paper';
import type { Readings, ReadingStatus } from '../core/papers/reading';
import type { Tag } from '../core/papers/tags';
import type { RunId, RunRecord } from '../core/runs/record';
import type { RunResult } from '../core/runs/result';
import type { SearchHit } from '../core/search/hit';
import type { MatchReason } from '../core/search/match-reasons';
import type { SavedSearch } from '../core/search/saved-searches';
import type { SearchQuery } from '../core/search/search-query';

export type { Draft } from '../core/annotations/draft';

// What features know of the stores. The composition root makes the real ones.

/** The papers of all digests. */
export interface Papers {
  /** The library is another one: an import, an undo, here or in another window. */
  readonly onDidChange: vscode.Event<void>;
  /** Loaded on first use; rejects with a `ReaderError` when it cannot be read. */
  library(): Promise<Library>;
}

/** What of the library cannot be read, in words for the reader; the rest is there all the same. */
export interface LibraryProblems {
  readonly onDidChangeProblems: vscode.Event<void>;
  /** Known once the library is loaded. */
  readonly problems: readonly string[];
}

/** Ways to change the library. Each re-reads what is on disk first, so that what another window did meanwhile is kept. */
export interface Imports {
  /**
   * What importing digests would do to the library as it is now: one preview for each, in their order. To a digest, papers of the
   * older ones are in the library.
   */
  preview(digests: readonly Digest[]): Promise<readonly ImportPreview[]>;
  /**
   * Adds digests to the library as one import, whole or not at all.
   *
   * @throws ReaderError when it cannot be written, or a newer Lectern wrote the library
   */
  add(digests: readonly Digest[], options?: ImportOptions): Promise<ImportSummary>;
  /** The import that `undo` would take back, or `undefined`. */
  last(): Promise<ImportSummary | undefined>;
  /** Takes the last import back. Keys that it gave stay given: notes may cite them. */
  undo(): Promise<ImportSummary | undefined>;
}

export interface ImportOptions {
  /** Cancelled before all is written: nothing has happened. */
  readonly token?: vscode.CancellationToken;
  readonly progress?: vscode.Progress<{ readonly message?: string; readonly increment?: number }>;
}

/** What the user has set on papers: status, star, tags. */
export interface ReadingStates {
  /** A state changed, here or in another window; with the papers on which something else is set now. */
  readonly onDidChange: vscode.Event<readonly PaperKey[]>;
  readings(): Promise<Readings>;
  setStatus(keys: readonly PaperKey[], status: ReadingStatus): Promise<void>;
  setStarred(keys: readonly PaperKey[], starred: boolean): Promise<void>;
  /** Gives papers these tags and no others. */
  setTags(keys: readonly PaperKey[], tags: readonly Tag[]): Promise<void>;
  addTag(keys: readonly PaperKey[], tag: Tag): Promise<void>;
  removeTag(keys: readonly PaperKey[], tag: Tag): Promise<void>;
  /** Adds some tags and removes others in one step; what papers have besides stays. */
  changeTags(keys: readonly PaperKey[], added: readonly Tag[], removed: readonly Tag[]): Promise<void>;
}

/** A paper that was found. */
export interface PaperHit {
  readonly paper: Paper;
  readonly hit: SearchHit;
  /** Why, where neither its title nor its abstract shows it. */
  readonly reasons: readonly MatchReason[];
}

export interface PaperAnswer {
  readonly understood: SearchQuery;
  /** Best first; newest first when the query has no words to rank by. */
  readonly papers: readonly PaperHit[];
  /** `scan`: the index is not far enough yet, and the texts were looked through for the words as typed. */
  readonly from: 'index' | 'scan';
  /** Every paper was looked at. False while the index is being built. */
  readonly complete: boolean;
}

export interface NoteHit {
  readonly note: NoteSummary;
  readonly hit: SearchHit;
}

export interface RunHit {
  readonly run: KeptRun;
  readonly hit: SearchHit;
}

export interface AnnotationHit {
  readonly thread: Thread;
  /** Absent where the library does not have it any more. */
  readonly paper?: Paper;
  readonly hit: SearchHit;
}

export interface RecordAnswer {
  readonly notes: readonly NoteHit[];
  readonly runs: readonly RunHit[];
  readonly annotations: readonly AnnotationHit[];
}

/** Papers that are in the index, of how many. */
export interface SearchProgress {
  readonly indexed: number;
  readonly total: number;
}

/** Search in the query language of `core/search/query-syntax`. An empty query finds nothing. */
export interface PaperSearch {
  /** The same query may have another answer now: what is searched changed, its index is complete, other aliases are set. */
  readonly onDidChange: vscode.Event<void>;
  /** While papers are being indexed. */
  readonly onDidProgress: vscode.Event<SearchProgress>;
  /** @throws vscode.CancellationError when a later call replaced this one */
  papers(query: string, limit: number): Promise<PaperAnswer>;
  /**
   * Notes, runs and annotations, up to `limit` of all together.
   *
   * @throws vscode.CancellationError when a later call replaced this one
   */
  records(query: string, limit: number): Promise<RecordAnswer>;
  /** Papers that hold every word of the query and fit the rest of it: what a filter keeps. An empty query keeps all. */
  holding(query: string): Promise<ReadonlySet<PaperKey>>;
}

/** A paper like another. */
export interface SimilarPaper {
  readonly paper: Paper;
  /** Telling words that both have, the weightiest first, in small letters. */
  readonly shared: readonly string[];
}

/** What of the library is like a paper, by the words of titles and abstracts. */
export interface SimilarPapers {
  /**
   * Best first, once the papers are indexed; none for a paper that is not in the library.
   *
   * @throws vscode.CancellationError when the library was replaced meanwhile
   */
  similar(paper: PaperKey, limit: number): Promise<readonly SimilarPaper[]>;
}

/** The user's named queries: in the first workspace folder, or in the extension's storage while no folder is open. */
export interface SavedSearches {
  /** The list changed, here or in another window. */
  readonly onDidChange: vscode.Event<void>;
  list(): Promise<readonly SavedSearch[]>;
  /**
   * Keeps a query under a name; one that had the name is replaced.
   *
   * @throws ReaderError when the file cannot be written, or must not be
   */
  save(name: string, query: string): Promise<void>;
  /** Gives a search another name; one that had it gives way. */
  rename(name: string, to: string): Promise<void>;
  remove(name: string): Promise<void>;
}

/** How the Papers tree is grouped, sorted and filtered; next and previous follow the same order. */
export interface PaperOrder {
  readonly onDidChange: vscode.Event<void>;
  arrangement(): Promise<Arrangement>;
}

/** A Markdown note of the user's, as listed. */
export interface NoteSummary {
  readonly uri: vscode.Uri;
  readonly title: string;
  /** Path relative to its workspace folder, with slashes. */
  readonly path: string;
  /** The paper its front matter names, or none for a free note. */
  readonly paper?: PaperKey;
  /** Why its front matter could not be read; the note is listed all the same. */
  readonly problem?: string;
}

export interface Notes {
  readonly onDidChange: vscode.Event<void>;
  list(): Promise<readonly NoteSummary[]>;
  /** The paper's note; a new one from the template when there is none. Never overwrites a file. */
  open(paper: Paper): Promise<NoteSummary>;
  /** Appends Markdown at the end of a note, through an open editor if there is one with unsaved words. */
  append(note: NoteSummary, markdown: string): Promise<void>;
}

/** A run as listed: its record, or why the record could not be read. The URI is that of its `run.json`. */
export type RunSummary =
  | { readonly id: RunId; readonly uri: vscode.Uri; readonly record: RunRecord }
  | { readonly id: RunId; readonly uri: vscode.Uri; readonly problem: string };

export type KeptRun = Extract<RunSummary, { record: RunRecord }>;

/** A picture to be kept beside the run. */
export interface RunPicture {
  readonly chart: string;
  /** PNG bytes. */
  readonly png: Uint8Array;
}

export interface Runs {
  readonly onDidChange: vscode.Event<void>;
  /** Newest first. */
  list(): Promise<readonly RunSummary[]>;
  /** Writes `run.json` and the pictures into a new folder of their own. */
  keep(result: RunResult, papers: readonly PaperKey[], title: string, pictures: readonly RunPicture[]): Promise<KeptRun>;
}

/** A file of annotations that needs the user's eye. It is left as it is. */
export interface AnnotationProblem {
  readonly uri: vscode.Uri;
  /** What is wrong and what to do, in words for the reader. */
  readonly problem: string;
}

/** Two versions of one annotation, changed in different places at the same time. Both are kept. */
export interface AnnotationConflict {
  readonly here: Annotation;
  readonly other: Annotation;
}

/** The user's annotations: one file each, in every workspace folder, or in the extension's storage while none is open. */
export interface Annotations {
  /** With the papers whose threads are others now: here, in another window, or by a hand or a checkout that changed the files. */
  readonly onDidChange: vscode.Event<readonly PaperKey[]>;
  /** The threads of a paper, in the order in which they were begun. */
  threadsOf(paper: PaperKey): Promise<readonly Thread[]>;
  /** All threads, by paper. */
  all(): Promise<ReadonlyMap<PaperKey, readonly Thread[]>>;
  problems(): Promise<readonly AnnotationProblem[]>;
  conflicts(): Promise<readonly AnnotationConflict[]>;
  /**
   * Resolves once it is on disk.
   *
   * @throws ReaderError when it cannot be written
   */
  add(annotation: NewAnnotation): Promise<Annotation>;
  /**
   * Adds annotations as they are, ids and times included: those of an import, all or none.
   *
   * @throws vscode.CancellationError
   */
  addAll(annotations: readonly Annotation[], options?: ImportOptions): Promise<void>;
  /** Whether a newer Lectern wrote an annotation, or its file holds the marks of a merge: it is shown and cannot be changed. */
  isReadOnly(annotation: Annotation): Promise<boolean>;
  /**
   * Changes an annotation as the user saw it. Where its file says something else by now, fields that only one side changed
   * are taken from that side; where both changed the same field, both versions are kept as a conflict. An annotation that was deleted comes back.
   *
   * @throws ReaderError when it cannot be written, or is of a newer Lectern
   */
  change(seen: Annotation, change: AnnotationChange): Promise<Annotation>;
  /** Deletes annotations, with their replies. What it returns brings them back as they were. */
  remove(ids: readonly AnnotationId[]): Promise<RemovedAnnotations>;
  restore(removed: RemovedAnnotations): Promise<void>;
  /** Ends a conflict with the version that is to stay. */
  settle(conflict: AnnotationConflict, kept: Annotation): Promise<void>;
}

/** Annotations that were deleted, with what their files said. */
export interface RemovedAnnotations {
  readonly files: readonly { readonly uri: vscode.Uri; readonly text: string }[];
  readonly papers: readonly PaperKey[];
}

/** Finds claims by rules, outside of the extension host. */
export interface ClaimFinder {
  /**
   * The claims of each of some abstracts.
   *
   * @throws ReaderError where there is no worker
   */
  claimsIn(texts: readonly string[]): Promise<readonly (readonly Claim[])[]>;
}

/** Writes papers in the forms of others, outside of the extension host. */
export interface PaperWriter {
  /**
   * Papers as a text, in their order.
   *
   * @throws ReaderError where there is no worker, or not enough memory
   */
  writePapers(papers: readonly Paper[], form: WrittenForm): Promise<string>;
}

/** A file of claims that could not be read, or not in whole. It is left as it is. */
export interface ClaimProblem {
  readonly uri: vscode.Uri;
  /** What is wrong, in words for the reader. */
  readonly problem: string;
}

/** What the user says of the claims of papers: a file a paper, in every workspace folder, or in the extension's storage while none is open. */
export interface Claims {
  /** Corrections are others now: here, in another window, or by a hand or a checkout that changed the files. */
  readonly onDidChange: vscode.Event<void>;
  corrections(): Promise<ReadonlyMap<PaperKey, readonly Correction[]>>;
  problems(): Promise<readonly ClaimProblem[]>;
  /**
   * Keeps a correction in place of the one with its id or of the same words. Resolves once it is on disk.
   *
   * @returns where a file that could not be read was set aside, if there was one
   * @throws ReaderError when it cannot be written, or a newer Lectern wrote the file
   */
  correct(paper: PaperKey, correction: Correction): Promise<vscode.Uri | undefined>;
  /** Takes a correction back: what the rules say holds again. */
  takeBack(paper: PaperKey, id: string): Promise<void>;
}

/** Words that the user is typing, or has typed and not saved: they outlive tabs, reloads and crashes. */
export interface Drafts {
  /** Another face of the same paper, or another window, changed the drafts of these papers. */
  readonly onDidChange: vscode.Event<readonly PaperKey[]>;
  of(paper: PaperKey): Promise<readonly Draft[]>;
  /** Keeps a draft in place of the one with its id. Resolves once it is on disk. */
  keep(draft: Draft): Promise<void>;
  drop(paper: PaperKey, id: string): Promise<void>;
}
