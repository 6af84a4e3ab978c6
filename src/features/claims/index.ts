import * as vscode from 'vscode';
import type { Paper, PaperKey } from '../../core/papers/paper';
import { COMMAND, registerCommand } from '../../platform/commands';
import { ReaderError } from '../../platform/errors';
import { Owned } from '../../platform/owned';
import { activePaperKey } from '../../platform/paper-uri';
import { ClaimList } from './claim-list';
import type { ClaimsContext } from './claims-context';
import { CLAIMS_VIEW_TYPE, ClaimsPanels } from './claims-panels';
import { addClaim, claimAt, correctClaim } from './correcting';

export type { ClaimsContext };

/** The table of all claims, and the commands to correct and add them. */
export function registerClaims(context: ClaimsContext): vscode.Disposable {
  const { papers, claims, finder, log } = context;
  const owned = new Owned();
  const list = owned.add(new ClaimList(papers, claims, finder));
  const panels = owned.add(new ClaimsPanels(list, context));
  const paperOf = async (key: PaperKey | undefined): Promise<Paper> => {
    const paper = key === undefined ? undefined : (await papers.library()).paper(key);
    if (!paper) {
      throw new ReaderError(vscode.l10n.t('Open a paper first, or choose one in the Papers view.'));
    }
    return paper;
  };
  owned.add(vscode.window.registerWebviewPanelSerializer(CLAIMS_VIEW_TYPE, panels));
  owned.add(registerCommand(log, COMMAND.showClaims, () => panels.open()));
  owned.add(
    registerCommand(log, COMMAND.correctClaim, async (key?: PaperKey, start?: number) => {
      const paper = await paperOf(key);
      return correctClaim(paper, await claimAt(paper, start ?? -1, claims, finder), claims);
    }),
  );
  owned.add(registerCommand(log, COMMAND.addClaim, async (key?: PaperKey, quote?: string) => addClaim(await paperOf(key ?? activePaperKey()), quote ?? '', claims)));
  return owned;
}
