import type * as vscode from 'vscode';
import type { Arrangement } from '../core/papers/arrange';
import type { Digest } from '../core/papers/digest';
import type { ImportPreview, ImportSummary } from '../core/papers/import-preview';
import type { Library } from '../core/papers/library';
import type { Paper, PaperKey } from '../core/papers/paper';
import type { Readings, ReadingStatus } from '../core/papers/reading';
import type { RunId, RunRecord } from '../core/runs/record';
import type { RunResult } from '../core/runs/result';
import type { SearchHit } from '../core/search/engine';

// What features know of the stores. The composition root makes the real ones.

/** The papers of all digests. */
export interface Papers {
  /** The library is another one: an import, an undo, here or in another window. */
  readonly onDidChange: vscode.Event<void>;
  /** Loaded on first use; rejects with a `ReaderError` when it cannot be read. */
  library(): Promise<Library>;
}

/** Ways to change the library. Each re-reads what is on disk first, so that what another window did meanwhile is kept. */
export interface Imports {
  /**
   * What importing digests in this order would do to the library as it is now: one preview for each. To the second digest, papers
   * of the first are in the library.
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
  /** Cancelled before the library is written: nothing has happened. */
  readonly token?: vscode.CancellationToken;
  readonly progress?: vscode.Progress<{ readonly message?: string; readonly increment?: number }>;
}

/** What the user has set on papers: status, star, tags. */
export interface ReadingStates {
  /** A state changed, here or in another window. */
  readonly onDidChange: vscode.Event<void>;
  readings(): Promise<Readings>;
  setStatus(keys: readonly PaperKey[], status: ReadingStatus): Promise<void>;
  setStarred(keys: readonly PaperKey[], starred: boolean): Promise<void>;
}

export interface PaperSearch {
  /** Best first. An empty query finds nothing. */
  search(query: string, limit?: number): Promise<readonly SearchHit[]>;
  /** Papers that hold every word of the query: what a filter keeps. */
  holding(query: string): Promise<ReadonlySet<PaperKey>>;
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
  keep(result: RunResult, papers: readonly PaperKey[], title: string, pictures: readonly RunPicture[]): Promise<Extract<RunSummary, { record: RunRecord }>>;
}
