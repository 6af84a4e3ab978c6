import * as vscode from 'vscode';
import { demosForTitle } from '../../core/catalog/catalog';
import { besidesOf } from '../../core/claims/beside-runs';
import type { Paper } from '../../core/papers/paper';
import { loadStatements } from '../../platform/built-statements';
import { COMMAND } from '../../platform/commands';
import type { RunSummary } from '../../platform/stores';
import type { FromReaderClaims, ReaderClaims } from '../../protocol/reader-claims';
import type { ReaderContext } from './reader-context';

/** What the Reader is told of the claims of a paper. */
export async function claimsView({ key, title }: Paper, runs: readonly RunSummary[], { claims, extensionUri }: ReaderContext): Promise<ReaderClaims> {
  const records = runs.flatMap((run) => ('record' in run ? [run.record] : []));
  const demos = demosForTitle(title);
  const besides = demos.length === 0 ? [] : besidesOf(demos, await loadStatements(extensionUri), records);
  return { corrections: (await claims.corrections()).get(key) ?? [], besides };
}

/** @returns what was done, for the reader */
export async function actOnClaims(message: FromReaderClaims, { key }: Paper): Promise<string | undefined> {
  switch (message.kind) {
    case 'correctClaim':
      return vscode.commands.executeCommand<string | undefined>(COMMAND.correctClaim, key, message.start);
    case 'addClaim':
      return vscode.commands.executeCommand<string | undefined>(COMMAND.addClaim, key, message.quote);
    case 'showClaims':
      await vscode.commands.executeCommand(COMMAND.showClaims);
      return undefined;
  }
}
