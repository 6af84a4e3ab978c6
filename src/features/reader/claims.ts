import * as vscode from 'vscode';
import { demosForTitle } from '../../core/catalog/catalog';
import { besideRuns, type Beside } from '../../core/claims/beside-runs';
import { claimValueText } from '../../core/claims/claim';
import { knownClaims } from '../../core/claims/corrections';
import type { Paper } from '../../core/papers/paper';
import { COMMAND } from '../../platform/commands';
import type { RunSummary } from '../../platform/stores';
import type { BesideView, FromReaderClaims, ReaderClaims } from '../../protocol/reader-claims';
import type { ReaderContext } from './reader-context';

/** What the Reader shows of the claims of a paper, each beside what was measured here. */
export async function claimsView({ key, title, abstract }: Paper, runs: readonly RunSummary[], { claims }: Pick<ReaderContext, 'claims'>): Promise<ReaderClaims> {
  const known = knownClaims(abstract, (await claims.corrections()).get(key) ?? []);
  const records = runs.flatMap((run) => ('record' in run ? [run.record] : []));
  const beside = besideRuns(abstract, known.claims, demosForTitle(title), records);
  return {
    claims: beside.claims.map(({ claim, beside: found }) => {
      const { range, sentence, kind, metric, baseline, correction } = claim;
      return {
        range,
        value: claimValueText(claim),
        kind,
        metric,
        ...(baseline === undefined ? {} : { baseline }),
        sentence: [abstract.slice(sentence.start, range.start), abstract.slice(range.start, range.end), abstract.slice(range.end, sentence.end)],
        isCorrected: correction !== undefined,
        ...(found === undefined ? {} : { beside: besideView(found) }),
      };
    }),
    statements: beside.statements.map(({ range, beside: found }) => ({ range, quote: abstract.slice(range.start, range.end), beside: besideView(found) })),
    orphans: known.orphans.map(({ target }) => target.exact),
  };
}

function besideView(beside: Beside): BesideView {
  if ('why' in beside) {
    return { kind: 'left', why: beside.why };
  }
  const { demo, measure, measured } = beside;
  return { kind: 'measured', demo: demo.slug, title: demo.title, scope: measure.scope, note: measure.note, measured };
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
