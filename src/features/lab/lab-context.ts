import type * as vscode from 'vscode';
import type { Log } from '../../platform/log';
import type { Notes, Papers, Runs } from '../../platform/stores';

/** What the Lab works with. */
export interface LabContext {
  readonly extensionUri: vscode.Uri;
  readonly papers: Papers;
  readonly notes: Notes;
  readonly runs: Runs;
  readonly log: Log;
  readonly lecternVersion: string;
}
