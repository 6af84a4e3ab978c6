import type * as vscode from 'vscode';
import type { Log } from '../../platform/log';
import type { Reveals } from '../../platform/reveals';
import type { CodeLinks, CodeReferences } from '../../platform/code-stores';
import type { Annotations, Claims, Drafts, Notes, PaperOrder, Papers, PaperWriter, ReadingStates, Runs, SimilarPapers } from '../../platform/stores';

export interface ReaderContext {
  readonly extensionUri: vscode.Uri;
  readonly papers: Papers;
  readonly states: ReadingStates;
  readonly order: PaperOrder;
  readonly notes: Notes;
  readonly runs: Runs;
  readonly claims: Claims;
  readonly annotations: Annotations;
  readonly drafts: Drafts;
  readonly references: CodeReferences;
  readonly codeLinks: CodeLinks;
  readonly similar: SimilarPapers;
  readonly reveals: Reveals;
  readonly writer: PaperWriter;
  readonly log: Log;
}
