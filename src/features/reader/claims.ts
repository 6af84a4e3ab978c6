import * as vscode from 'vscode';
import { demosForTitle } from '../../core/catalog/catalog';
import { besidesOf } from '../../core/claims/beside-runs';
import type { Paper } from '../../core/papers/paper';
import { COMMAND } from '../../platform/commands';
import type { Claims, RunSummary } from '../../platform/stores';
import type { FromReaderClaims, ReaderClaims } from '../../protocol/reader-claims';

/** What the Reader is told of the claims of a paper. */
export async function claimsView({ key, title }: Paper, runs: readonly RunSummary[], claims: Claims): Promise<ReaderClaims> {
  const records = runs.flatMap((run) => ('record' in run ? [run.record] : []));
  return { corrections: (await claims.corrections()).get(key) ?? [], besides: besidesOf(demosForTitle(title), records) };
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
