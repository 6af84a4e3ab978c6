import type * as vscode from 'vscode';
import type { Log } from '../../platform/log';
import type { Reveals } from '../../platform/reveals';
import type { Claims, Notes, PaperOrder, Papers, ReadingStates, Runs } from '../../platform/stores';

export interface ReaderContext {
  readonly extensionUri: vscode.Uri;
  readonly papers: Papers;
  readonly states: ReadingStates;
  readonly order: PaperOrder;
  readonly notes: Notes;
  readonly runs: Runs;
  readonly claims: Claims;
  readonly reveals: Reveals;
  readonly log: Log;
}
