import type * as vscode from 'vscode';
import type { Log } from '../../platform/log';
import type { Reveals } from '../../platform/reveals';
import type { ClaimFinder, Claims, Papers } from '../../platform/stores';

/** What the table of claims works with. */
export interface ClaimsContext {
  readonly extensionUri: vscode.Uri;
  readonly papers: Papers;
  readonly claims: Claims;
  readonly finder: ClaimFinder;
  readonly reveals: Reveals;
  readonly log: Log;
}
