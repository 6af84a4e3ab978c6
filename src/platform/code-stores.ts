import type * as vscode from 'vscode';
import type { CodeAnchor, CodeFile, CodeTarget } from '../core/anchors/code-target';
import type { Annotation } from '../core/annotations/annotation';
import type { PaperKey } from '../core/papers/paper';

// What features know of the user's code. The composition root makes the real ones.

/** A place in the workspace that cites a paper. */
export interface CodeReference {
  readonly uri: vscode.Uri;
  /** As the user knows it: relative to the workspace folder, behind that folder's name where there are several. */
  readonly path: string;
  readonly range: vscode.Range;
  /** The line, and where in it the citation is, in UTF-16 units. */
  readonly preview: string;
  readonly start: number;
  readonly end: number;
}

export interface FoundReferences {
  /** `noFolder`: there is nothing to look through. `reading`: files are being looked through, and more may come. */
  readonly state: 'noFolder' | 'reading' | 'ready';
  /** By path and place. */
  readonly references: readonly CodeReference[];
  /** How many files were looked through, where there are more than Lectern looks through. */
  readonly cappedAt?: number;
}

/** Where files of the workspace cite papers. They are looked through when first asked for. */
export interface CodeReferences {
  /** Asked the same again, the answer may be another one: files, the library or the folders changed. */
  readonly onDidChange: vscode.Event<void>;
  /** What is known by now; begins to look through the files. */
  known(paper: PaperKey): Promise<FoundReferences>;
  /**
   * Where a paper is cited, once all files are looked through.
   *
   * @throws vscode.CancellationError when the token was cancelled
   */
  find(paper: PaperKey, token?: vscode.CancellationToken): Promise<FoundReferences>;
}

/** A file that was looked into for linked code. */
export interface LinkedFile extends CodeFile {
  readonly uri: vscode.Uri;
}

/** A place in the code that an annotation links its words to, and what became of it. */
export interface CodeLink {
  readonly annotation: Annotation;
  readonly target: CodeTarget;
  readonly anchor: CodeAnchor<LinkedFile>;
}

/** Where the code is that annotations link to: in its own file, in files of its name, and in those where it was seen. */
export interface CodeLinks {
  /** Asked the same again, the answer may be another one: files, annotations or the folders changed. */
  readonly onDidChange: vscode.Event<void>;
  /** The links of a paper's annotations, up to a limit. */
  of(paper: PaperKey): Promise<readonly CodeLink[]>;
  /** Links whose code is in a document. */
  in(document: vscode.TextDocument): Promise<readonly CodeLink[]>;
  /** Where a target is. */
  locate(target: CodeTarget): Promise<CodeAnchor<LinkedFile>>;
  /**
   * Where a target is, looking for it in all files of the workspace.
   *
   * @throws vscode.CancellationError when the token was cancelled
   */
  search(target: CodeTarget, progress: vscode.Progress<{ readonly message: string }>, token: vscode.CancellationToken): Promise<CodeAnchor<LinkedFile>>;
}
